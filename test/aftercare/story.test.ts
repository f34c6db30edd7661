import { describe, expect, test } from 'vitest'
import { textAt } from '#shared/kernel/kind'
import type { AWorld } from '../app/a-world.ts'
import {
  aCase,
  aWorldOn,
  caseOf,
  checkOf,
  codes,
  FIRST_LAB,
  moveTo,
  OTHER_LAB,
  overturnedRetest,
  problemsOf,
  seal,
  take,
  took,
} from './a-case.ts'

const clocks = async (world: AWorld, id: string) =>
  Object.fromEntries(
    (await caseOf(world, id)).clocks.map(({ rule, about, raw, due, window, endedOn, standing }) => [
      about === '' ? rule : `${rule} ${about}`,
      { raw, due, endedOn, standing, ...(window === null ? {} : { window }) },
    ]),
  )

describe('story 5, the clocks of a case', () => {
  test('notice served 2024-09-20: objection until 2024-10-08; raw day and legal day both shown, with article, source and how sure', async () => {
    const world = await aWorldOn('2024-09-18')
    const id = await aCase(world, '2024-09-18')
    await took({ world, id }, 'notice', '2024-09-20')
    const [clock] = (await caseOf(world, id)).clocks
    expect(clock).toMatchObject({
      rule: 'objection',
      about: 'sampledParty',
      started: '2024-09-20',
      raw: '2024-10-05',
      due: '2024-10-08',
      endedOn: null,
      missingYear: null,
      daysLeft: 18,
      standing: 'running',
      sure: 'verified',
      article: { zh: '《产品质量法》第十五条' },
    })
    expect(clock?.source).not.toBe('')
    expect(problemsOf(await take({ world, id }, 'lapse', '2024-10-08'))).toMatchObject([
      { code: 'aftercare.windowOpen', facts: { due: '2024-10-08', on: '2024-10-08', article: { zh: '《产品质量法》第十五条' } } },
    ])
    expect(problemsOf(await take({ world, id }, 'objection', '2024-10-09'))).toMatchObject([
      { code: 'aftercare.tooLate', path: '/on', facts: { due: '2024-10-08', on: '2024-10-09' } },
    ])
    await took({ world, id }, 'objection', '2024-10-08') // entered a day later, filed in time
    expect(await clocks(world, id)).toMatchObject({ 'objection sampledParty': { endedOn: '2024-10-08', standing: 'done' } })
  })

  test('order of 2026-08-03: rectified until 2026-10-08, rechecked until 2026-10-19', async () => {
    const world = await aWorldOn('2026-07-01')
    const id = await aCase(world, '2026-07-01')
    for (const [step, on] of [
      ['notice', '2026-07-02'],
      ['lapse', '2026-07-20'],
      ['order', '2026-08-03'],
    ] as const)
      await took({ world, id }, step, on)
    expect(await clocks(world, id)).toMatchObject({
      rectification: { raw: '2026-10-02', due: '2026-10-08', endedOn: null },
      recheck: { raw: '2026-10-17', due: '2026-10-19', endedOn: null },
    })
    expect(problemsOf(await take({ world, id }, 'notRectified', '2026-10-08'))).toMatchObject([
      { code: 'aftercare.windowOpen', facts: { due: '2026-10-08' } },
    ])
    await took({ world, id }, 'recheck', '2026-10-20', { result: 'failed' }) // late, and recorded as late
    expect(await clocks(world, id)).toMatchObject({ recheck: { endedOn: '2026-10-20', standing: 'doneLate' } })
  })
})

describe('story 5, food', () => {
  test('food notice of 2026-02-13: seven working days end on 2026-03-02', async () => {
    const world = await aWorldOn('2026-02-10')
    const id = await aCase(world, '2026-02-10', foodSheet)
    await took({ world, id }, 'notice', '2026-02-13')
    expect(await clocks(world, id)).toMatchObject({
      'foodRetestApplication sampledParty': { raw: '2026-03-02', due: '2026-03-02' },
      'foodObjectionOther sampledParty': { due: '2026-03-02' },
      foodNoticeServed: { endedOn: '2026-02-13', standing: 'done' },
    })
    expect(codes(await take({ world, id }, 'lapse', '2026-03-02'))).toEqual(['aftercare.windowOpen'])
    await took({ world, id }, 'objection', '2026-03-02')
    expect(await clocks(world, id)).toMatchObject({ 'foodRetestDecided sampledParty': { due: '2026-03-09' } })
  })
})

describe('story 5, the window of the second recheck', () => {
  test('announced 2024-03-01: the second recheck is open from 2024-05-01 to 2024-05-29; too early is refused, too late is recorded as late', async () => {
    const world = await aWorldOn('2023-12-01')
    // The year 2023 has no calendar here: calendar days are counted, and only what nobody could tell is refused.
    const id = await aCase(world, '2023-12-01')
    await took({ world, id }, 'notice', '2024-01-02')
    for (const [step, on, changes] of [
      ['lapse', '2024-01-20', {}],
      ['order', '2024-01-22', {}],
      ['recheck', '2024-02-22', { result: 'failed' }],
      ['announcement', '2024-03-01', {}],
    ] as const)
      await took({ world, id }, step, on, changes)
    expect(await clocks(world, id)).toMatchObject({
      secondRecheck: { raw: '2024-05-01', due: '2024-05-29', window: { first: '2024-05-01', last: '2024-05-29' } },
    })
    expect(problemsOf(await take({ world, id }, 'recheck', '2024-04-30'))).toMatchObject([
      { code: 'aftercare.windowNotOpen', facts: { first: '2024-05-01', last: '2024-05-29', on: '2024-04-30' } },
    ])
    await took({ world, id }, 'recheck', '2024-05-30')
    expect(await clocks(world, id)).toMatchObject({ secondRecheck: { endedOn: '2024-05-30', standing: 'doneLate' } })
  })
})

const foodSheet = {
  variant: 'food',
  product: { kind: '糕点', name: '蛋糕', model: '散装', standard: 'GB/T 20977-2014' },
  sampling: { stage: 'sale', purchase: 'bought', purchaseCost: '60', invoiceNo: '00012345' },
  food: {
    samplingType: 'routine',
    class1: '糕点',
    licenceKind: 'business',
    licenceNo: 'JY15001030000001',
    sampleType: 'processed',
    packaging: 'bulk',
    storage: 'roomTemperature',
    area: 'city',
  },
} as const

describe('a year without a calendar', () => {
  test('is said on the clock; nothing is guessed, and nothing is refused that can be told without it', async () => {
    const world = await aWorldOn('2026-12-20')
    const id = await aCase(world, '2026-12-20')
    await took({ world, id }, 'notice', '2026-12-20')
    expect((await caseOf(world, id)).clocks).toMatchObject([
      { raw: '2027-01-04', due: null, missingYear: '2027', daysLeft: null, standing: 'running' },
    ])
    expect(problemsOf(await take({ world, id }, 'lapse', '2027-01-05'))).toMatchObject([
      { code: 'calendar.missingYear', facts: { year: '2027' } },
    ])
    expect(problemsOf(await take({ world, id }, 'objection', '2027-01-05'))).toMatchObject([{ code: 'calendar.missingYear' }])
    await took({ world, id }, 'objection', '2027-01-04') // in time by any calendar
  })

  test('does not keep a case from being closed: the days that are not known stay unknown', async () => {
    const world = await aWorldOn('2026-10-08')
    const id = await aCase(world, '2026-10-08')
    for (const [step, on] of [
      ['notice', '2026-10-09'],
      ['lapse', '2026-11-01'],
      ['stopSale', '2026-11-01'],
      ['order', '2026-11-02'],
      ['recheck', '2026-12-20'],
      ['penalty', '2026-12-21'],
      ['circular', '2026-12-21'],
      ['close', '2026-12-22'],
    ] as const)
      await took({ world, id }, step, on)
    expect(await clocks(world, id)).toEqual({
      'objection sampledParty': { raw: '2026-10-24', due: '2026-10-26', endedOn: '2026-11-01', standing: 'doneLate' },
      rectification: { raw: '2027-01-01', due: null, endedOn: '2026-12-20', standing: 'done' },
      recheck: { raw: '2027-01-16', due: null, endedOn: '2026-12-20', standing: 'done' },
      paperRetention: { raw: '2028-12-22', due: '2028-12-22', endedOn: null, standing: 'frozen' },
    })
  })
})

describe('story 6, the retest', () => {
  async function disputed(): Promise<{ readonly world: AWorld; readonly id: string }> {
    const world = await aWorldOn('2024-09-18')
    const id = await aCase(world, '2024-09-18')
    await took({ world, id }, 'notice', '2024-09-20')
    await took({ world, id }, 'objection', '2024-09-25')
    await took({ world, id }, 'objectionDecision', '2024-09-27', { outcome: 'retest' })
    return { world, id }
  }

  test('the first laboratory does not retest, unless it is the only qualified one', async () => {
    const { world, id } = await disputed()
    await took({ world, id }, 'retestFormalities', '2024-09-29')
    expect(problemsOf(await take({ world, id }, 'retestLab', '2024-10-08', { lab: FIRST_LAB }))).toMatchObject([
      { code: 'aftercare.sameLab', facts: { lab: FIRST_LAB, article: { zh: expect.stringContaining('第三十九条') as string } } },
    ])
    await took({ world, id }, 'retestLab', '2024-10-08', { lab: FIRST_LAB, onlyQualified: true })
  })

  test('a retest that finds nothing turns the verdict; the first one stays to be seen', async () => {
    const { world, id } = await disputed()
    await took({ world, id }, 'retestFormalities', '2024-09-29')
    await took({ world, id }, 'retestLab', '2024-10-08', { lab: OTHER_LAB })
    expect((await caseOf(world, id)).verdict).toEqual({ first: 'seriouslyNonconforming', final: 'seriouslyNonconforming', by: 'firstTest' })
    expect(problemsOf(await take({ world, id }, 'retestResult', '2024-10-15', { conclusion: 'noNonconformityFound' }))).toMatchObject([
      { code: 'aftercare.itemFails', path: '/conclusion', facts: { name: '三氧化硫', result: '4.1' } },
    ])
    expect(codes(await take({ world, id }, 'retestResult', '2024-10-15', { ...overturnedRetest, conclusion: 'nonconforming' }))).toEqual([
      'aftercare.noItemFails',
    ])
    await took({ world, id }, 'retestResult', '2024-10-15', overturnedRetest)
    const detail = await caseOf(world, id)
    expect(detail.verdict).toEqual({ first: 'seriouslyNonconforming', final: 'noNonconformityFound', by: 'retest' })
    expect(detail.doc['verdict']).toBe('seriouslyNonconforming')
    expect(detail.summary).toMatchObject({ main: 'overturned', open: true })
    expect(detail.missing.map(({ zh }) => zh)).toEqual(['告知复检结论'])
    expect(codes(await take({ world, id }, 'penalty', '2024-10-16'))).toEqual(['procedure.notInState'])
    expect(detail.course.next.map(({ step }) => step)).not.toContain('penalty')
  })

  test('formalities after seven days are too late: the retest is waived, and the first result stands', async () => {
    const { world, id } = await disputed()
    expect(codes(await take({ world, id }, 'retestWaived', '2024-10-08'))).toEqual(['aftercare.windowOpen']) // 10-04 rolls to 10-08
    expect(problemsOf(await take({ world, id }, 'retestFormalities', '2024-10-09'))).toMatchObject([
      { code: 'aftercare.tooLate', facts: { due: '2024-10-08', article: { zh: expect.stringContaining('第三十八条') as string } } },
    ])
    await took({ world, id }, 'retestWaived', '2024-10-09')
    expect((await caseOf(world, id)).summary.states).toMatchObject({ objection: 'retestEnded', main: 'notified' })
  })

  test('what cannot be tested again is not retested: no backup sample, or one that was used up', async () => {
    const world = await aWorldOn('2024-09-18')
    const id = await aCase(world, '2024-09-18', { sampling: { backupQuantity: 0, backupSealNo: undefined } })
    await took({ world, id }, 'notice', '2024-09-20')
    await took({ world, id }, 'objection', '2024-09-25')
    expect(codes(await take({ world, id }, 'objectionDecision', '2024-09-27', { outcome: 'retest' }))).toEqual(['aftercare.noBackup'])
  })
})

describe('opening a case', () => {
  test('takes everything from sheet, report and verdict; a check has one', async () => {
    const world = await aWorldOn('2024-09-18')
    const id = await aCase(world, '2024-09-18', { producer: { name: '重庆示范建材厂', uscc: undefined } })
    const { doc, summary } = await caseOf(world, id)
    expect(doc).toMatchObject({
      no: expect.stringMatching(/^CQ-500103-20240918-[a-z2-7]{4}-H001$/) as string,
      region: '500103',
      regime: 'industrial',
      firstLab: FIRST_LAB,
      openedOn: '2024-09-18',
      verdict: 'seriouslyNonconforming',
      failed: [{ name: '三氧化硫', limit: '≤ 3.5 %', result: '4.1' }],
      sampledParty: { name: '重庆示范水泥有限公司', uscc: '91500103MA0DEM013Q' },
      labelledProducer: { name: '重庆示范建材厂' },
      product: { kind: '水泥', model: 'P·O 42.5' },
      stage: 'production',
      backupSample: true,
    })
    const check = await checkOf(world, id)
    expect(await world.done('aftercare.findCase', { check })).toEqual(summary)
    expect(problemsOf(await world.call('aftercare.openCase', { check }))).toMatchObject([
      { code: 'aftercare.alreadyOpen', facts: { no: doc['no'], id } },
    ])
  })

  test('only after a failed verdict, and not before its day', async () => {
    const world = await aWorldOn('2024-09-18')
    const unknown = '01890000-0000-7000-8000-00000000000d'
    expect(codes(await world.call('aftercare.openCase', { check: unknown }))).toEqual(['aftercare.checkNotFailed'])
    const failed = await aCase(world, '2024-09-18')
    const check = await checkOf(world, failed)
    await world.done('record.void', { id: failed, reason: '立案信息有误' })
    expect(await world.done('aftercare.findCase', { check })).toBe(null)
    expect(codes(await world.call('aftercare.openCase', { check, on: '2024-09-17' }))).toEqual(['aftercare.openedBeforeVerdict'])
    await world.done('aftercare.openCase', { check })
  })
})

describe('the facts of a case', () => {
  test('a correction of a case may spell a party better; what the check says stays', async () => {
    const world = await aWorldOn('2024-09-18')
    const id = await aCase(world, '2024-09-18')
    const { doc } = await caseOf(world, id)
    const better = { ...doc, sampledParty: { name: '重庆示范水泥有限责任公司' }, firstLab: '别的机构', backupSample: false }
    await world.done('record.correct', { id, doc: better, reason: '名称以营业执照为准' })
    expect((await caseOf(world, id)).doc).toMatchObject({
      sampledParty: { name: '重庆示范水泥有限责任公司' },
      firstLab: FIRST_LAB,
      backupSample: true,
    })
    const other = { ...doc, check: '01890000-0000-7000-8000-00000000000d' }
    expect(codes(await world.call('record.correct', { id, doc: other, reason: '改' }))).toEqual(['aftercare.staysAsItIs'])
  })

  test('whatever is typed into a case, it says what the check says', async () => {
    const world = await aWorldOn('2024-09-18')
    const id = await aCase(world, '2024-09-18')
    const { doc } = await caseOf(world, id)
    await world.done('record.void', { id, reason: '立案信息有误' })
    const again = await seal(world, 'aftercareCase', { ...doc, firstLab: '别的机构', backupSample: false })
    expect(again).toMatchObject({ ok: true })
    const found = await world.done('aftercare.findCase', { check: textAt(doc, 'check') })
    expect((await caseOf(world, found?.id ?? '')).doc).toMatchObject({ firstLab: FIRST_LAB, backupSample: true })
  })
})

describe('a step', () => {
  test('is filled in by the case: who comes next, where, and under which number', async () => {
    const world = await aWorldOn('2024-09-18')
    const id = await aCase(world, '2024-09-18', { producer: { name: '重庆示范建材厂', uscc: undefined } })
    const step = async (name: string) => (await world.done('aftercare.newStep', { case: id, step: name })).doc
    const { no } = (await caseOf(world, id)).summary
    expect(await step('notice')).toEqual({
      step: 'notice',
      case: id,
      on: '2024-09-18',
      region: '500103',
      caseNo: no,
      recipient: 'sampledParty',
      name: '重庆示范水泥有限公司',
      method: 'direct',
    })
    await took({ world, id }, 'notice', '2024-09-20')
    expect(await step('notice')).toMatchObject({ recipient: 'labelledProducer', name: '重庆示范建材厂', on: '2024-09-20' })
    expect(await step('lapse')).toMatchObject({ recipient: 'sampledParty' })
    expect(await step('retestResult')).toMatchObject({ items: [{ name: '三氧化硫', high: '3.5' }] })
    expect(codes(await world.call('aftercare.newStep', { case: id, step: 'dance' }))).toEqual(['procedure.unknownStep'])
  })

  test('stays with its case when it is corrected, and pushes nothing out that rests on it', async () => {
    const world = await aWorldOn('2024-09-18')
    const [id, other] = [await aCase(world, '2024-09-18'), await aCase(world, '2024-09-18')]
    const notice = await took({ world, id }, 'notice', '2024-09-20')
    await took({ world, id }, 'lapse', '2024-10-09')
    const { doc = {} } = (await world.done('record.get', { id: notice })) ?? {}
    const correct = (changes: object) => world.call('record.correct', { id: notice, doc: { ...doc, ...changes }, reason: '更正' })
    expect(codes(await correct({ case: other }))).toEqual(['aftercare.staysAsItIs'])
    const { recipient: _recipient, name: _name, method: _method, ...common } = doc
    const another = { ...common, step: 'stopSale', measures: '停止生产、销售' }
    expect(codes(await world.call('record.correct', { id: notice, doc: another, reason: '更正' }))).toEqual(['aftercare.staysAsItIs'])
    moveTo(world, '2024-10-11')
    expect(codes(await correct({ on: '2024-10-10' }))).toEqual(['procedure.laterStepsStand'])
    expect(codes(await world.call('record.void', { id: notice, reason: '误记' }))).toEqual(['procedure.laterStepsStand'])
    expect(problemsOf(await correct({ on: '2024-09-25' }))).toMatchObject([
      { code: 'procedure.laterStepsStand', facts: { steps: { zh: '期满未提异议 2024-10-09' } } }, // until 10-10: it would have lapsed too early
    ])
    expect(await correct({ on: '2024-09-19' })).toMatchObject({ ok: true })
  })
})

describe('what waits for an objection', () => {
  test('a fine needs its document, and waits until the result stands', async () => {
    const world = await aWorldOn('2024-09-18')
    const id = await aCase(world, '2024-09-18')
    await took({ world, id }, 'notice', '2024-09-20')
    expect(problemsOf(await take({ world, id }, 'penalty', '2024-09-21', { decision: 'imposed' }))).toMatchObject([
      { code: 'field.missing', path: '/docNo' },
    ])
    await took({ world, id }, 'objection', '2024-09-25')
    expect(codes(await take({ world, id }, 'penalty', '2024-09-26'))).toEqual(['aftercare.objectionPending'])
    expect(codes(await take({ world, id }, 'order', '2024-09-26'))).toEqual(['aftercare.objectionPending'])
    expect(codes(await take({ world, id }, 'observation', '2024-09-26', { until: '2024-09-01' }))).toEqual(['aftercare.observationEnded'])
  })

  test('one recipient may object while the retest for another runs: it waits, and gets a decision of its own', async () => {
    const world = await aWorldOn('2024-09-18')
    const id = await aCase(world, '2024-09-18', { producer: { name: '重庆示范建材厂', uscc: undefined } })
    await took({ world, id }, 'notice', '2024-09-20')
    await took({ world, id }, 'notice', '2024-09-29')
    await took({ world, id }, 'objection', '2024-09-30', { recipient: 'sampledParty' })
    await took({ world, id }, 'objectionDecision', '2024-10-08', { outcome: 'retest' })
    await took({ world, id }, 'objection', '2024-10-10', { recipient: 'labelledProducer' }) // while the retest runs
    await took({ world, id }, 'retestFormalities', '2024-10-12')
    await took({ world, id }, 'retestLab', '2024-10-15')
    await took({ world, id }, 'retestResult', '2024-10-25')
    expect((await caseOf(world, id)).summary.states).toMatchObject({ objection: 'filed' })
    expect(codes(await take({ world, id }, 'objectionDecision', '2024-10-26', { outcome: 'retest' }))).toEqual(['aftercare.noBackup'])
    await took({ world, id }, 'objectionDecision', '2024-10-26', { outcome: 'rejected' })
    await took({ world, id }, 'retestTold', '2024-10-28')
    expect((await caseOf(world, id)).missing.map(({ zh }) => zh)).toEqual([
      '停止生产销售',
      '责令改正',
      '复查',
      '行政处罚（或不予处罚的理由）',
      '通报',
    ])
  })
})
