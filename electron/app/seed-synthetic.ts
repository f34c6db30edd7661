import { format } from 'date-fns/format'
import { v7 } from 'uuid'
import type { SeedProblem } from '#shared/app/seed-words'
import type { Progress } from '#shared/kernel/contract'
import { ok, problem, type Result, refuse } from '#shared/kernel/result'
import type { District } from '#shared/reference/reference'
import type { SamplingSheet } from '#shared/spot-check/sampling-sheet'
import { contentHash } from '../spot-check/signing.ts'
import { must, type SeedApp, stop, unlessRefused } from './seed-problems.ts'
import { type Random, randomFrom, zipfOver } from './seed-random.ts'
import { type SyntheticParty, syntheticEnterprise } from './seed-synthetic-enterprise.ts'
import { type SheetSource, syntheticSheet } from './seed-synthetic-sheet.ts'

export interface SyntheticOrder {
  readonly enterprises: number
  readonly checks: number
  /** Visits are a later feature: any number but 0 is refused with `seed.notYet`. */
  readonly visits: number
  /** Same seed and same `now`: the same documents. Ids are fresh, and the device part of a number is the device's own. */
  readonly rngSeed: number
  readonly now: Date
  readonly onProgress?: ((progress: Progress) => void) | undefined
}

export interface SyntheticReport {
  readonly enterprises: number
  readonly checks: number
}

function whyNot(order: SyntheticOrder): SeedProblem | null {
  for (const name of ['enterprises', 'checks', 'visits', 'rngSeed'] as const) {
    const value = order[name]
    if (!Number.isSafeInteger(value) || value < 0) return problem('seed.badNumber', '', { name, value })
  }
  return order.visits > 0 ? problem('seed.notYet', '', { what: 'visits', count: order.visits }) : null
}

/** The streams of chance of one seed: enterprises and sheets do not disturb each other. */
function streamsOf(rngSeed: number): { readonly enterprises: Random; readonly sheets: Random; readonly start: number } {
  const root = randomFrom(rngSeed)
  const draw = (): number => root.between(0, 2 ** 32 - 1)
  return { enterprises: randomFrom(draw()), sheets: randomFrom(draw()), start: draw() }
}

/** Told every 200th time and at the end: a window is not to be busy with being told. */
const teller = (onProgress: SyntheticOrder['onProgress'], stage: string, total: number) => (done: number) => {
  if (done % 200 === 0 || done === total) onProgress?.({ stage, done, total })
}

async function districtsOn(app: SeedApp, today: string): Promise<(random: Random) => District> {
  const districts = await must(app.call('reference.listDistricts', {}))
  return zipfOver(districts.filter(({ validTo }) => validTo === undefined || validTo > today))
}

/** With no enterprise ordered, the sheets name up to 200 parties that are not in the directory. */
function partiesFor({ enterprises, checks }: SyntheticOrder, make: (index: number) => SyntheticParty): SyntheticParty[] {
  const size = enterprises > 0 ? enterprises : Math.min(checks, 200)
  return Array.from({ length: size }, (_none, index) => make(index))
}

async function addEnterprises(app: SeedApp, order: SyntheticOrder, parties: readonly SyntheticParty[]): Promise<string[]> {
  const tell = teller(order.onProgress, 'enterprises', order.enterprises)
  const ids: string[] = []
  for (const { doc } of parties.slice(0, order.enterprises)) {
    ids.push((await must(app.call('enterprise.add', { id: v7(), doc }))).id)
    tell(ids.length)
  }
  return ids
}

/** One running number a district and day, in a range of its own for each seed, never on today's: a person's next number stays small. */
function numbersFor(rngSeed: number, device4: string): SheetSource['number'] {
  const given = new Map<string, number>()
  const range = (100 + (rngSeed % 900)) * 1000
  return (region, date) => {
    const prefix = `CQ-${region}-${date.replaceAll('-', '')}-${device4}`
    const running = (given.get(prefix) ?? range) + 1
    given.set(prefix, running)
    return `${prefix}-${String(running)}`
  }
}

/** The signatures are put under the content as the program does it, so that one call saves and signs. */
function signed(sheet: SamplingSheet): SamplingSheet {
  const over = contentHash(sheet)
  return { ...sheet, signatures: sheet.signatures.map((signature) => ({ ...signature, over })) }
}

/** The same seed gives the same numbers: a second run on one profile is told apart by its first sheet. */
async function refuseSecondRun(app: SeedApp, no: string): Promise<void> {
  const { total } = await must(app.call('record.list', { kind: 'samplingSheet', search: no, limit: 1 }))
  if (total > 0) stop(problem('seed.alreadyThere', '', { name: no }))
}

async function addChecks(app: SeedApp, { checks, onProgress }: SyntheticOrder, source: SheetSource): Promise<void> {
  const tell = teller(onProgress, 'sheets', checks)
  for (let done = 1; done <= checks; done++) {
    const id = v7()
    const sheet = signed(syntheticSheet(source))
    if (done === 1) await refuseSecondRun(app, sheet.head.no)
    await must(app.call('record.saveDraft', { id, kind: 'samplingSheet', doc: sheet }))
    await must(app.call('record.submit', { id }))
    tell(done)
  }
}

/**
 * Fills any profile with sealed enterprises and sheets that travel like real ones, for tests and benchmarks. Every name begins
 * with 合成, every code has both check digits and belongs to nobody; about 6 of 100 sheets have a failed item.
 */
export function seedSynthetic(app: SeedApp, order: SyntheticOrder): Promise<Result<SyntheticReport>> {
  return unlessRefused(async () => {
    const reason = whyNot(order)
    if (reason !== null) return refuse(reason)
    const streams = streamsOf(order.rngSeed)
    const pickDistrict = await districtsOn(app, format(order.now, 'yyyy-MM-dd'))
    const rules = await must(app.call('reference.listSamplingRules', {}))
    const { device } = await must(app.call('profile.info', {}))
    const parties = partiesFor(order, (index) =>
      syntheticEnterprise({ random: streams.enterprises, pickDistrict, start: streams.start }, index),
    )
    const ids = await addEnterprises(app, order, parties)
    await addChecks(app, order, {
      random: streams.sheets,
      now: order.now,
      parties,
      rules: new Map(rules.map((rule) => [rule.kind, rule])),
      pickParty: zipfOver(parties.map((_party, index) => index)),
      enterpriseId: (party) => ids[party],
      sampled: new Set(),
      number: numbersFor(order.rngSeed, device.slice(0, 4)),
    })
    return ok({ enterprises: order.enterprises, checks: order.checks })
  })
}
