import { expect, test } from 'vitest'
import { rebuild } from '#db/kernel/project'
import { newRecordId } from '#electron/kernel/world'
import { aCase, aWorldOn, checkOf, codes, took } from '../aftercare/a-case.ts'
import type { AWorld } from '../app/a-world.ts'

const jpeg = (text: string): Uint8Array<ArrayBuffer> => new Uint8Array([0xff, 0xd8, 0xff, 0xe0, ...Buffer.from(text.repeat(300))])

const inspect = async ({ done }: AWorld, subject: string) => {
  const { records, findings } = await done('review.inspectFile', { subject })
  return {
    records,
    serious: findings.filter(({ weight }) => weight === 'serious').map(({ code, record, path }) => [code, record, path]),
    findings,
  }
}

/** A notice with a photo of its receipt. */
async function served(world: AWorld, id: string, on: string, photo: string): Promise<string> {
  const { doc } = await world.done('aftercare.newStep', { case: id, step: 'notice' })
  const notice = newRecordId()
  await world.done('record.saveDraft', { id: notice, kind: 'caseStep', doc: { ...doc, on, docNo: '通知〔2024〕1号' } })
  await world.done('attachment.add', { record: notice, kind: 'caseStep', slot: 'proof', name: '送达回证.jpg', bytes: jpeg(photo) })
  await world.done('record.submit', { id: notice })
  return notice
}

test('check and case are one file: sheet, steps, case; drafts are not in it', async () => {
  const world = await aWorldOn('2024-09-18')
  const id = await aCase(world, '2024-09-18')
  const check = await checkOf(world, id)
  const notice = await took({ world, id }, 'notice', '2024-09-18')
  await world.done('record.saveDraft', { id: newRecordId(), kind: 'caseStep', doc: { step: 'stopSale', case: id, on: '2024-09-18' } })
  const whole = await inspect(world, check)
  expect(whole.records).toBe(7) // sheet, four steps of the check, case, notice
  expect(await inspect(world, id)).toEqual(whole)
  expect(whole.serious).toContainEqual(['review.noProofOfService', notice, ''])
  expect(whole.serious).toContainEqual(['review.sealPhotoMissing', check, ''])
  expect(codes(await world.call('review.inspectFile', { subject: newRecordId() }))).toEqual(['record.noSuchRecord'])
})

test('a photo of another record is found by its bytes; the proof of service is there', async () => {
  const world = await aWorldOn('2024-09-18')
  const [one, two] = [await aCase(world, '2024-09-18'), await aCase(world, '2024-09-18')]
  const [first, second] = [await served(world, one, '2024-09-18', '回证'), await served(world, two, '2024-09-18', '回证')]
  const { serious, findings } = await inspect(world, one)
  expect(serious.filter(([, record]) => record === first)).toEqual([['review.photoFromElsewhere', first, '']])
  expect(findings.find(({ code }) => code === 'review.photoFromElsewhere')?.facts).toMatchObject({ name: '送达回证.jpg' })
  await world.done('record.void', { id: second, reason: '回证贴错了案件' })
  expect((await inspect(world, one)).serious.filter(([, record]) => record === first)).toEqual([])
})

test('a corrected sheet has signatures that are older than its content; reasons that explain nothing are told', async () => {
  const world = await aWorldOn('2024-09-18')
  const id = await aCase(world, '2024-09-18')
  const check = await checkOf(world, id)
  const sheet = await world.done('record.get', { id: check })
  await world.done('record.correct', { id: check, doc: { ...sheet?.doc, remarks: '补充' }, reason: '改' })
  const notice = await took({ world, id }, 'notice', '2024-09-18')
  await world.done('record.void', { id: notice, reason: '误' })
  const { findings } = await inspect(world, id)
  expect(findings.filter(({ code }) => code === 'review.signatureOutdated')).toHaveLength(3)
  expect(findings.filter(({ code }) => code === 'review.correctionUnexplained')).toMatchObject([{ record: check, facts: { reason: '改' } }])
  await took({ world, id }, 'notice', '2024-09-18')
  expect((await inspect(world, id)).findings.filter(({ code }) => code === 'review.voidUnexplained')).toMatchObject([
    { record: notice, recordTitle: '送达结果通知书 2024-09-18', facts: { reason: '误' } },
  ])
})

test('which record holds which file is the same when it is made again from the log', async () => {
  const world = await aWorldOn('2024-09-18')
  const id = await aCase(world, '2024-09-18')
  const notice = await served(world, id, '2024-09-18', '回证')
  await world.done('record.correct', {
    id: notice,
    doc: { ...(await world.done('record.get', { id: notice }))?.doc, note: '补充' },
    reason: '补充说明',
  })
  const { db, projections } = world.world
  const files = () => db.all('SELECT rid, device, file, sha256, slot FROM record_files ORDER BY rid, device, file')
  const before = files()
  expect(before).toMatchObject([{ rid: notice, slot: 'proof' }])
  rebuild(db, projections)
  expect(files()).toEqual(before)
})

test('a step that a changed rule makes untimely is found, and goes on to count', async () => {
  const world = await aWorldOn('2024-09-18')
  const id = await aCase(world, '2024-09-18')
  await took({ world, id }, 'notice', '2024-09-20')
  const objection = await took({ world, id }, 'objection', '2024-10-08')
  const rule = (await world.done('reference.listDeadlineRules', {})).find(({ key }) => key === 'objection')
  const item = JSON.parse(JSON.stringify({ ...rule, amount: 10 })) as Record<string, string>
  await world.done('reference.saveItem', { table: 'deadlineRule', item, reason: '演示：期限缩短' })
  expect((await inspect(world, id)).findings).toContainEqual({
    code: 'review.stepUntimely',
    weight: 'serious',
    path: '/on',
    record: objection,
    recordTitle: '提出异议 2024-10-08',
    facts: { due: '2024-09-30', on: '2024-10-08' }, // shorter now
  })
})
