import { expect, test } from 'vitest'
import { aKnownEnterprise } from './a-known-enterprise.ts'

const MERGED = { reason: '同一地址同一法人' }

test('one page: what two entries had apart, they have together once they are merged, and apart again once that is undone', async () => {
  const { world, firm, other } = await aKnownEnterprise()
  const portrait = () => world.done('enterprise.portrait', { id: firm.enterpriseId })
  const timeline = async (group?: 'checks') =>
    (await world.done('enterprise.timeline', { id: firm.enterpriseId, limit: 100, ...(group === undefined ? {} : { group }) })).items
  const before = { portrait: await portrait(), timeline: await timeline() }
  expect(before.portrait).toMatchObject({
    visits: 1,
    lastVisit: '2026-09-20',
    trainedManagers: 2,
    trainedWorkers: 12,
    problems: { raised: 2, solved: 1, open: 1 },
    checks: { concluded: 1, passed: 0, failed: 1, running: 0, notSampled: 0 },
    cases: { open: 1, closed: 0 },
    certificates: [{ number: '02724Q10001R0M', expiresOn: '2026-12-31' }],
    agreement: { validTo: '2027-09-09' },
    complaints: 0,
    honours: 1,
  })
  const { id } = await world.done('enterprise.merge', { from: other.enterpriseId, into: firm.enterpriseId, ...MERGED })
  expect(await portrait()).toMatchObject({ visits: 2, checks: { concluded: 2, failed: 2 }, complaints: 1, honours: 1 })
  const merged = await timeline()
  expect(merged.map(({ on }) => on)).toEqual(
    merged
      .map(({ on }) => on)
      .toSorted()
      .toReversed(),
  )
  expect(new Set(merged.map(({ id: one }) => one)).size).toBe(merged.length)
  expect((await timeline('checks')).map(({ kind, under }) => [kind, under])).toEqual([
    ['samplingSheet', other.name],
    ['samplingSheet', ''],
  ])
  expect(await world.done('enterprise.timeline', { id: other.enterpriseId, limit: 100 })).toEqual({ items: merged, next: null })
  await world.done('record.void', { id, reason: '两家企业' })
  expect({ portrait: await portrait(), timeline: await timeline() }).toEqual(before)
})

test('a timeline is read a page at a time and by what is looked for; each entry says where its matter stands', async () => {
  const { world, firm, other } = await aKnownEnterprise()
  await world.done('enterprise.merge', { from: other.enterpriseId, into: firm.enterpriseId, ...MERGED })
  const id = firm.enterpriseId
  const whole = (await world.done('enterprise.timeline', { id, limit: 100 })).items
  const paged: typeof whole = []
  for (let after: string | null = ''; after !== null; ) {
    const page: { readonly items: typeof whole; readonly next: string | null } = await world.done('enterprise.timeline', {
      id,
      limit: 2,
      ...(after === '' ? {} : { after }),
    })
    paged.push(...page.items)
    after = page.next
  }
  expect(paged).toEqual(whole)
  const kinds = async (group: 'visits' | 'prescriptions' | 'complaints' | 'honours' | 'certificates' | 'cases' | 'directory') =>
    (await world.done('enterprise.timeline', { id, group, limit: 100 })).items.map(({ kind, on }) => `${on} ${kind}`)
  expect(await kinds('complaints')).toEqual(['2026-08-08 creditEvent'])
  expect(await kinds('honours')).toEqual(['2025-12-01 creditEvent'])
  expect(await kinds('prescriptions')).toEqual(['2026-09-28 problemStep', '2026-09-20 visit'])
  expect(await kinds('cases')).toEqual(['2026-04-01 aftercareCase'])
  expect(await kinds('certificates')).toEqual(['2024-03-01 certificate'])
  expect(whole.find(({ kind, on }) => kind === 'visit' && on === '2026-09-20')).toMatchObject({
    fact: { code: 'visit', facts: { problems: 2, prescriptions: 1, managers: 2, workers: 12 } },
    standing: expect.arrayContaining([expect.objectContaining({ said: { zh: '已解决', en: 'solved' }, n: 1 })]),
  })
  expect(whole.find(({ kind }) => kind === 'samplingSheet')).toMatchObject({ standing: [{ main: 'fail', said: { zh: '不合格' } }] })
})

test('the grade is added up from events that can be opened, each with its points, and says what it rests on', async () => {
  const { world, firm } = await aKnownEnterprise()
  const credit = await world.done('enterprise.credit', { id: firm.enterpriseId })
  expect(credit.items.map(({ key, points, standing }) => [key, points, standing])).toEqual([
    ['problemSolved', 1, 'counts'],
    ['seriousCheck', -25, 'counts'],
    ['honour', 8, 'counts'],
    ['certificate', 3, 'counts'],
  ])
  expect(credit).toMatchObject({ start: 80, score: 67, grade: 'C', from: { A: 90, B: 75, C: 60 }, confirmed: false })
  expect(credit.items.every(({ record }) => record.id !== '' && record.kind !== '')).toBe(true)
  // The weights are the bureau's: another weight is another grade, at once.
  const serious = credit.weights.find(({ key }) => key === 'seriousCheck')
  await world.done('reference.saveItem', { table: 'creditWeight', item: { ...serious, points: -40 } as never, reason: '本局办法' })
  expect(await world.done('enterprise.credit', { id: firm.enterpriseId })).toMatchObject({ score: 52, grade: 'D' })
})

test('nothing known is no grade', async () => {
  const { world } = await aKnownEnterprise()
  const id = '01890000-0000-7000-8000-00000000000a'
  expect(await world.done('enterprise.credit', { id })).toMatchObject({ grade: null, items: [] })
})

test('before the door is opened: last visit and who, what was promised, what expires, what failed, what is complained of', async () => {
  const { world, firm, other, caseId } = await aKnownEnterprise()
  await world.done('enterprise.merge', { from: other.enterpriseId, into: firm.enterpriseId, ...MERGED })
  const card = await world.done('enterprise.doorCard', { id: firm.enterpriseId })
  expect(card).toMatchObject({
    lastVisit: { on: '2026-09-20', who: ['陈专家', '周队长'], summary: '化验室记录不全，已开处方。' },
    controls: { daily: 'yes', weekly: 'partly', monthly: 'no' },
    problems: [{ measure: '三氧化硫每班自检并留样', owner: '刘厂长', due: '2026-10-20', said: { zh: '未开始' } }],
    certificates: [{ number: '02724Q10001R0M' }],
    cases: [{ record: { id: caseId }, said: { zh: '已通知' } }],
    failed: [{ on: '2026-05-06' }, { on: '2026-04-01', items: ['三氧化硫 4.1 (≤ 3.5 %)'], serious: true }],
    complaints: [{ on: '2026-08-08', said: '反映袋装水泥重量不足' }],
  })
  expect(card.due.map(({ type }) => type)).toContain('prescriptionDue')
})

test('an event of tomorrow, one that ends before it begins, and one without its source are refused in words', async () => {
  const { world, firm } = await aKnownEnterprise()
  const codes = async (changes: object): Promise<string[]> => {
    const { id, doc } = await world.done('enterprise.newCreditEvent', { id: firm.enterpriseId, type: 'complaint' })
    await world.done('record.saveDraft', { id, kind: 'creditEvent', doc: { ...doc, title: '反映重量不足', source: '12345', ...changes } })
    const answer = await world.call('record.submit', { id })
    return answer.ok ? [] : answer.problems.map(({ code }) => code)
  }
  expect(await codes({ on: '2099-01-01' })).toEqual(['credit.inFuture'])
  expect(await codes({ validTo: '2020-01-01' })).toEqual(['credit.endsBeforeItBegins'])
  expect(await codes({ source: '' })).toEqual(['credit.sourceMissing'])
  expect(await codes({ enterpriseId: '01890000-0000-7000-8000-00000000000a' })).toEqual(['enterprise.notInDirectory'])
  expect(await codes({})).toEqual([])
})
