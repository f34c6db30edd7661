import { join } from 'node:path'
import { v7 } from 'uuid'
import type { SeedProblem } from '#shared/app/seed-words'
import type { Progress } from '#shared/kernel/contract'
import type { RecordState } from '#shared/kernel/record-contract'
import { ok, problem, type Result, refuse } from '#shared/kernel/result'
import type { NewProfile } from '#shared/profile/profile-contract'
import type { SamplingRule } from '#shared/reference/reference'
import { handleCase } from './seed-demo-cases.ts'
import { addTask, type DemoDirectory, takeStep, visitTarget } from './seed-demo-checks.ts'
import {
  type DemoEnterprise,
  type DemoSheet,
  getCampaign,
  getDemoCases,
  getDemoChecks,
  getDemoEnterprises,
  getDemoHelp,
  getDemoSheets,
} from './seed-demo-data.ts'
import { addHelp } from './seed-demo-help.ts'
import { demoSheetDoc, demoSignatures, type SheetFacts, samplingDay } from './seed-demo-sheet.ts'
import { demoPictures } from './seed-pictures.ts'
import { must, type SeedApp, unlessRefused } from './seed-problems.ts'

export interface DemoWorld {
  readonly now: Date
  /** A folder for the bundles that go back and forth; the caller removes it. */
  readonly temp: string
  /** Opens a fresh demo profile of the other role; `dispose` closes it and may delete it. */
  readonly openOther: (profile: NewProfile) => Promise<{ readonly app: SeedApp; readonly dispose: () => Promise<void> }>
  readonly onProgress?: ((progress: Progress) => void) | undefined
}

export interface DemoReport {
  readonly enterprises: number
  readonly sheets: Readonly<Record<RecordState, number>>
}

/** Who plays: the profile to be filled, and of the two laptops the one in the field and the one on the supervisor's desk. */
interface Cast {
  readonly main: SeedApp
  readonly field: SeedApp
  readonly desk: SeedApp
  readonly world: DemoWorld
  readonly enterprises: ReadonlyMap<string, DemoEnterprise>
  readonly rules: ReadonlyMap<string, SamplingRule>
  /** Key of an enterprise → its record. */
  readonly ids: Map<string, string>
  /** Key of a sheet → its record. */
  readonly sheets: Map<string, string>
  /** Key of a task → the check at each enterprise. */
  readonly checks: Map<string, ReadonlyMap<string, string>>
  /** Region and day → the last running number given. */
  readonly numbers: Map<string, number>
  readonly tick: (stage: string) => void
}

const EXCHANGED: readonly RecordState[] = ['received', 'approved', 'returned']

function known<V>(map: ReadonlyMap<string, V>, key: string): V {
  const found = map.get(key)
  if (found === undefined) throw new Error(`the demonstration campaign names ${key} and does not know it`)
  return found
}

async function whyNot(app: SeedApp, isDemo: boolean): Promise<SeedProblem | null> {
  if (!isDemo) return problem('seed.notDemo', '', {})
  const first = getDemoEnterprises()[0]?.doc
  const there = await must(app.call('enterprise.search', { text: first?.uscc ?? '' }))
  return there.length > 0 ? problem('seed.alreadyThere', '', { name: first?.name ?? '' }) : null
}

async function castOf(app: SeedApp, other: SeedApp, isSupervisor: boolean, world: DemoWorld): Promise<Cast> {
  const enterprises = getDemoEnterprises()
  const rules = await must(app.call('reference.listSamplingRules', {}))
  const { tasks, tested } = getDemoChecks()
  const total =
    enterprises.length + getDemoSheets().length + tasks.length + tested.length + getDemoCases().length + getDemoHelp().length + 3
  let done = 0
  return {
    main: app,
    field: isSupervisor ? other : app,
    desk: isSupervisor ? app : other,
    world,
    enterprises: new Map(enterprises.map((enterprise) => [enterprise.key, enterprise])),
    rules: new Map(rules.map((rule) => [rule.kind, rule])),
    ids: new Map(),
    sheets: new Map(),
    checks: new Map(),
    numbers: new Map(),
    tick: (stage) => world.onProgress?.({ stage, done: ++done, total }),
  }
}

/** The two laptops exchange their cards, as people do when they meet. */
async function introduce({ field, desk }: Cast): Promise<void> {
  const trust = await must(desk.call('profile.getTrust', {}))
  if (!trust.initialised) await must(desk.call('profile.initTrust', {}))
  const [fieldCard, deskCard] = [await must(field.call('profile.getCard', {})), await must(desk.call('profile.getCard', {}))]
  await must(desk.call('profile.admitCard', { text: JSON.stringify(fieldCard.card) }))
  await must(field.call('profile.admitCard', { text: JSON.stringify(deskCard.card) }))
}

async function addEnterprises({ field, enterprises, ids, tick }: Cast): Promise<void> {
  for (const { key, doc } of enterprises.values()) {
    const { id } = await must(field.call('enterprise.add', { id: v7(), doc }))
    ids.set(key, id)
    tick('enterprises')
  }
}

/** The number the program proposes, with the day and the district of the sampling instead of today's: one sequence each. */
function numberFor({ numbers }: Cast, proposed: string, region: string, date: string): string {
  const device = proposed.split('-')[3] ?? ''
  const prefix = `CQ-${region}-${date.replaceAll('-', '')}-${device}`
  const running = (numbers.get(prefix) ?? 0) + 1
  numbers.set(prefix, running)
  return `${prefix}-${String(running).padStart(3, '0')}`
}

async function factsOf(cast: Cast, author: SeedApp, entry: DemoSheet): Promise<SheetFacts & { readonly id: string }> {
  const enterpriseId = known(cast.ids, entry.enterprise)
  const party = known(cast.enterprises, entry.enterprise)
  const check = entry.task === undefined ? undefined : known(known(cast.checks, entry.task), entry.enterprise)
  const { id, doc } = await must(author.call('spotCheck.newSheet', { enterpriseId, ...(check === undefined ? {} : { check }) }))
  const {
    no: proposed = '',
    region: _region,
    taskYear: _year,
    ...head
  } = (doc['head'] ?? {}) as { no?: string; region?: string; taskYear?: number }
  const { now } = cast.world
  const no = numberFor(cast, proposed, party.doc.region, samplingDay(entry, now))
  const source = {
    entry,
    no,
    enterpriseId,
    party,
    producer: known(cast.enterprises, entry.producer),
    rule: known(cast.rules, entry.kind),
    now,
  }
  return { id, ...source, ...(check === undefined ? {} : { taskHead: head }) }
}

async function attach(author: SeedApp, record: string, { photos }: DemoSheet): Promise<void> {
  for (const photo of photos) {
    const { name, slot, bytes } = demoPictures[photo]
    const added = await must(author.call('attachment.add', { record, kind: 'samplingSheet', slot, name, bytes: bytes() }))
    if (added.needsWorkingCopy) await must(author.call('attachment.putWorkingCopy', { sha256: added.sha256, bytes: bytes() }))
  }
}

/** One sheet as a person makes it: typed, photographed, signed, and sealed unless it stays a draft. */
async function writeSheet(cast: Cast, author: SeedApp, entry: DemoSheet): Promise<string> {
  const facts = await factsOf(cast, author, entry)
  const { id } = facts
  let doc: unknown = demoSheetDoc(facts)
  await must(author.call('record.saveDraft', { id, kind: 'samplingSheet', doc, cursor: entry.cursor }))
  await attach(author, id, entry)
  for (const signature of demoSignatures(facts)) ({ doc } = await must(author.call('spotCheck.signSheet', { id, doc, signature })))
  if (entry.state !== 'draft') await must(author.call('record.submit', { id }))
  cast.sheets.set(entry.key, id)
  cast.tick('sheets')
  return id
}

async function carry(cast: Cast, from: SeedApp, to: SeedApp, name: string): Promise<void> {
  const file = join(cast.world.temp, name)
  await must(from.call('sync.makeBatch', { to: file }))
  const reports = await must(to.call('sync.import', { file }))
  if (reports.some(({ applied, refused }) => !applied || refused.length > 0))
    throw new Error(`${name} did not arrive whole: ${JSON.stringify(reports)}`)
  cast.tick('exchange')
}

/** There and back again: what was sealed in the field is received and reviewed on the desk, and the word of it comes home. */
async function exchange(cast: Cast): Promise<void> {
  const { field, desk } = cast
  const reviews: { readonly id: string; readonly review: DemoSheet['review'] }[] = []
  for (const entry of getDemoSheets().filter(({ state }) => EXCHANGED.includes(state))) {
    reviews.push({ id: await writeSheet(cast, field, entry), review: entry.review })
  }
  await carry(cast, field, desk, 'demo-1-to-supervisor.ibz')
  for (const { id, review } of reviews) if (review !== undefined) await must(desk.call('record.review', { id, ...review }))
  await carry(cast, desk, field, 'demo-2-to-inspector.ibz')
}

const directoryOf = ({ enterprises, ids, world }: Cast): DemoDirectory => ({
  enterprise: (key) => ({ id: known(ids, key), doc: known(enterprises, key).doc }),
  now: world.now,
})

/** Tasks with what happened at their targets, each a record of its own. */
async function addTasks(cast: Cast): Promise<void> {
  const { main, checks, world, tick } = cast
  for (const task of getDemoChecks().tasks) {
    const given = await addTask(main, directoryOf(cast), task)
    checks.set(task.key, given)
    for (const target of task.targets) await visitTarget(main, known(given, target.enterprise), target, world.now)
    tick('sheets')
  }
}

/** What became of sealed samples: sent, received or refused, reported, judged. */
async function testSamples({ main, sheets, world, tick }: Cast): Promise<void> {
  for (const { sheet, steps } of getDemoChecks().tested) {
    for (const step of steps) await takeStep(main, known(sheets, sheet), step, world.now)
    tick('sheets')
  }
}

/** 后处理 of the batches that failed, but for one that waits for somebody to open its case. */
async function handleFailures({ main, sheets, world, tick }: Cast): Promise<void> {
  for (const failed of getDemoCases()) {
    await handleCase(main, known(sheets, failed.sheet), failed, world.now)
    tick('cases')
  }
}

/** What the person of this profile did since: a bundle that is on its way, sheets that wait, two void ones, drafts. */
async function recentWork(cast: Cast): Promise<void> {
  const { main, world } = cast
  const of = (state: RecordState): DemoSheet[] => getDemoSheets().filter((entry) => entry.state === state)
  for (const entry of of('packed')) await writeSheet(cast, main, entry)
  await must(main.call('sync.makeBatch', { to: join(world.temp, 'demo-3-on-its-way.ibz') }))
  cast.tick('exchange')
  await addTasks(cast)
  for (const entry of [...of('void'), ...of('submitted')]) {
    const id = await writeSheet(cast, main, entry)
    if (entry.voidReason !== undefined) await must(main.call('record.void', { id, reason: entry.voidReason }))
  }
  for (const entry of of('draft')) await writeSheet(cast, main, entry)
  await testSamples(cast)
  await handleFailures(cast)
  await addHelp(main, directoryOf(cast), cast.tick)
}

function reportOf(cast: Cast): DemoReport {
  const sheets = { draft: 0, submitted: 0, packed: 0, received: 0, approved: 0, returned: 0, void: 0 }
  for (const { state } of getDemoSheets()) sheets[state]++
  return { enterprises: cast.enterprises.size, sheets }
}

/**
 * Fills a demo profile with the demonstration campaign of seeds/demo, only by commands a person could have given: what is
 * received or reviewed really went to a second profile in a bundle and came back. Works for both roles; the other one is the
 * temporary profile. Refused with `seed.notDemo` or `seed.alreadyThere`, or with what a step was refused with.
 */
export function seedDemo(app: SeedApp, world: DemoWorld): Promise<Result<DemoReport>> {
  return unlessRefused(async () => {
    const { demo, role } = await must(app.call('profile.info', {}))
    const reason = await whyNot(app, demo)
    if (reason !== null) return refuse(reason)
    const isSupervisor = role === 'supervisor'
    const other = await world.openOther(getCampaign().others[isSupervisor ? 'inspector' : 'supervisor'])
    try {
      const cast = await castOf(app, other.app, isSupervisor, world)
      await introduce(cast)
      await addEnterprises(cast)
      await exchange(cast)
      await recentWork(cast)
      return ok(reportOf(cast))
    } finally {
      await other.dispose()
    }
  })
}
