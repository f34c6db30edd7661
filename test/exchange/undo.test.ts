import { expect, test, vi } from 'vitest'
import { projections } from '#db/app/projections'
import { COURSE_TABLES } from '#db/kernel/courses'
import { MEASURE_TABLES } from '#db/kernel/measures'
import { rebuild } from '#db/kernel/project'
import { stateDigest } from '#db/kernel/records'
import { seedSynthetic } from '#electron/app/seed-synthetic'
import { appendLine } from '#electron/kernel/log'
import { stamp } from '#electron/kernel/world'
import { type AWorld, aWorld, must } from '../app/a-world.ts'
import { addEnterprise } from '../enterprise/an-enterprise.ts'
import { tablesOf } from '../sim/invariants.ts'
import { aSheet, codes, correct, packed, stateIn, withLot } from './a-parcel.ts'
import { dumpOf } from './a-store-dump.ts'
import { aPair } from './acquainted.ts'

vi.setConfig({ testTimeout: 60_000 }) // many bundles, each opened in a process of its own

const digestOf = ({ world }: AWorld): string => stateDigest(world.db).digest
const anEmptyDigest = async (): Promise<string> => digestOf(await aWorld())

/** Everything that is shown or counted, and nothing of how it came about. */
const SHOWN = ['records', 'record_files', ...COURSE_TABLES, ...MEASURE_TABLES, ...projections.flatMap(({ tables }) => tables)]
const shownIn = ({ world: { db } }: AWorld): object => {
  const all = tablesOf(db)
  return Object.fromEntries(SHOWN.map((table) => [table, all[table]]))
}

/** The tables as they are, and as they would be made again from the log. */
function expectRebuilt({ world: { db, projections: context } }: AWorld): void {
  const made = db.rehearse(() => {
    rebuild(db, context)
    return tablesOf(db)
  })
  const { settings: _settings, ...wanted } = made
  expect(tablesOf(db)).toMatchObject(wanted)
}

async function imported(world: AWorld, file: string): Promise<string> {
  const [report] = await world.done('sync.import', { file })
  return report?.head ?? ''
}

/** A second supervisor of the same organisation; the list that the first one keeps tells the inspector and the newcomer of each other. */
async function aSecond(first: AWorld, inspector: AWorld): Promise<AWorld> {
  const second = await aWorld({ role: 'supervisor', name: '周主任' })
  const cardOf = async ({ done }: AWorld): Promise<string> => JSON.stringify((await done('profile.getCard', {})).card)
  await first.done('profile.admitCard', { text: await cardOf(second) })
  await second.done('profile.admitCard', { text: await cardOf(first) })
  first.world.db.transaction(() => appendLine(first.world, { t: 'audit', ...stamp(first.world), ev: 'note', data: {} }))
  const file = await packed(first)
  for (const world of [second, inspector]) await world.done('sync.import', { file })
  return second
}

test('left out and taken in again: the digest is that of before, and in between nothing of the batch is shown', async () => {
  const { inspector, supervisor } = await aPair()
  await aSheet(inspector, 1)
  await imported(supervisor, await packed(inspector))
  const first = digestOf(supervisor)
  const id = await aSheet(inspector, 2)
  const head = await imported(supervisor, await packed(inspector))
  const [both, lines] = [digestOf(supervisor), supervisor.lines()]

  const untouched = dumpOf(supervisor)
  const rehearsed = await supervisor.done('sync.rehearseUndo', { head })
  expect(rehearsed).toEqual({ head, lines: 1, records: 1, vanish: 1, dependents: 0, applied: false })
  expect(dumpOf(supervisor)).toEqual(untouched)

  expect(await supervisor.done('sync.undo', { head, why: '发错了单位' })).toEqual({ ...rehearsed, applied: true })
  expect([digestOf(supervisor), await stateIn(supervisor, id), supervisor.lines()]).toEqual([first, 'none', lines + 1])
  expectRebuilt(supervisor)
  const rows = await supervisor.done('sync.listBatches', {})
  expect(rows.filter(({ standing }) => standing === 'excluded').map((row) => row.head)).toEqual([head])

  expect(await supervisor.done('sync.redo', { head, why: '核对无误' })).toEqual({ ...rehearsed, applied: true })
  expect([digestOf(supervisor), await stateIn(supervisor, id)]).toEqual([both, 'received'])
  expectRebuilt(supervisor)
})

test('a day of real work left out takes courses, figures, identities, reference data and the work list with it, and brings them back', async () => {
  const { inspector, supervisor } = await aPair()
  const second = await aSecond(supervisor, inspector)
  await must(seedSynthetic(inspector, { enterprises: 12, checks: 25, visits: 0, rngSeed: 5, now: inspector.clock.now() }))
  const [from, into] = [await addEnterprise(inspector, { uscc: '', noUsccReason: '换证中' }), await addEnterprise(inspector, {})]
  await inspector.done('enterprise.merge', { from, into, reason: '同一家' })
  const fresh = shownIn(second)
  await must(seedSynthetic(supervisor, { enterprises: 2, checks: 2, visits: 0, rngSeed: 6, now: supervisor.clock.now() }))
  const [rule] = await supervisor.done('reference.listDeadlineRules', {})
  const item = JSON.parse(JSON.stringify({ ...rule, amount: 9 })) as Record<string, string>
  await supervisor.done('reference.saveItem', { table: 'deadlineRule', item, reason: '演示' })
  const files = [await packed(inspector), await packed(supervisor)]
  const heads: string[] = []
  for (const file of files) for (const { head } of await second.done('sync.import', { file })) heads.push(head)
  const [all, work] = [shownIn(second), await second.done('work.list', {})]
  for (const head of heads) {
    await second.done('sync.undo', { head, why: '撤出' })
    expectRebuilt(second)
  }
  expect(shownIn(second)).toEqual(fresh)
  expect(digestOf(second)).toBe(await anEmptyDigest())
  for (const head of heads.toReversed()) {
    await second.done('sync.redo', { head, why: '恢复' })
    expectRebuilt(second)
  }
  expect([shownIn(second), await second.done('work.list', {})]).toEqual([all, work])
})

test('undone on one supervisor, the decision travels: the other supervisor and the author show the same', async () => {
  const { inspector, supervisor } = await aPair()
  const second = await aSecond(supervisor, inspector)
  const kept = await aSheet(inspector, 1)
  const first = await packed(inspector)
  const id = await aSheet(inspector, 2)
  const file = await packed(inspector)
  for (const world of [supervisor, second]) await imported(world, first)
  const head = await imported(second, file)
  expect(await imported(supervisor, file)).toBe(head)
  await supervisor.done('sync.undo', { head, why: '重复报送' })
  const decision = await packed(supervisor)
  for (const world of [second, inspector]) {
    expect(await world.done('sync.import', { file: decision })).toMatchObject([{ decisions: 1 }])
    expect([await stateIn(world, kept), await stateIn(world, id)]).toEqual(['received', 'none'])
    expectRebuilt(world)
  }
  expect(new Set([supervisor, second, inspector].map(digestOf)).size).toBe(1)

  await second.done('sync.redo', { head, why: '核对无误' })
  const answer = await packed(second)
  for (const world of [supervisor, inspector]) await imported(world, answer)
  expect(await stateIn(inspector, id)).toBe('received')
  expect(new Set([supervisor, second, inspector].map(digestOf)).size).toBe(1)
})

test('two supervisors decide apart: left out is the cautious answer, both see it, and one more decision settles it', async () => {
  const { inspector, supervisor } = await aPair()
  const second = await aSecond(supervisor, inspector)
  await aSheet(inspector, 1)
  const file = await packed(inspector)
  const head = await imported(supervisor, file)
  await imported(second, file)
  await supervisor.done('sync.undo', { head, why: '存疑' })
  await imported(second, await packed(supervisor))
  await second.done('sync.redo', { head, why: '已核对' })
  await imported(supervisor, await packed(second))
  expect(digestOf(supervisor)).not.toBe(await anEmptyDigest())

  await supervisor.done('sync.undo', { head, why: '又有疑问' })
  await second.done('sync.undo', { head, why: '单位不对' })
  await second.done('sync.redo', { head, why: '单位是对的' })
  const [one, other] = [await packed(supervisor), await packed(second)]
  await imported(second, one)
  await imported(supervisor, other)
  for (const world of [supervisor, second]) {
    expect(digestOf(world)).toBe(await anEmptyDigest())
    expect(await world.done('sync.aside', {})).toMatchObject({
      items: [{ what: 'batch', standing: 'excluded', id: head }, { what: 'line' }],
    })
    expectRebuilt(world)
  }
  await second.done('sync.redo', { head, why: '一起核对过' })
  await imported(supervisor, await packed(second))
  expect(new Set([supervisor, second].map(digestOf)).size).toBe(1)
  expect(digestOf(supervisor)).not.toBe(await anEmptyDigest())
})

test('what was built upon a batch that is left out is held, and counts again with it', async () => {
  const { inspector, supervisor } = await aPair()
  const id = await aSheet(inspector, 1)
  const head = await imported(supervisor, await packed(inspector))
  await correct(inspector, id, withLot('B-2'))
  await imported(supervisor, await packed(inspector))
  await supervisor.done('record.review', { id, verdict: 'approved' })
  const whole = digestOf(supervisor)
  const undone = await supervisor.done('sync.undo', { head, why: '撤出' })
  expect(undone).toMatchObject({ lines: 1, records: 1, vanish: 1, dependents: 2 })
  expectRebuilt(supervisor)
  expect(await supervisor.done('sync.redo', { head, why: '恢复' })).toEqual(undone)
  expect(digestOf(supervisor)).toBe(whole)
})

test('only a supervisor decides, with a reason, about a batch that came in, and once', async () => {
  const { inspector, supervisor } = await aPair()
  await aSheet(inspector, 1)
  const file = await packed(inspector)
  const head = await imported(supervisor, file)
  const own = await imported(inspector, await packed(supervisor))
  const none = 'f'.repeat(64)
  const before = [inspector.lines(), supervisor.lines()]
  const why = '存疑'
  expect(codes(await inspector.call('sync.undo', { head: own, why }))).toEqual(['sync.notSupervisor'])
  expect(codes(await inspector.call('sync.rehearseUndo', { head: own }))).toEqual(['sync.notSupervisor'])
  expect(codes(await supervisor.call('sync.undo', { head: own, why }))).toEqual(['sync.ownBatch'])
  expect(codes(await supervisor.call('sync.undo', { head: none, why }))).toEqual(['sync.noSuchBatch'])
  expect(codes(await supervisor.call('sync.undo', { head, why: '  ' }))).toEqual(['sync.whyMissing'])
  expect(codes(await supervisor.call('sync.redo', { head, why }))).toEqual(['sync.notUndone'])
  expect([inspector.lines(), supervisor.lines()]).toEqual(before)
  await supervisor.done('sync.undo', { head, why })
  expect(codes(await supervisor.call('sync.undo', { head, why }))).toEqual(['sync.alreadyUndone'])
})
