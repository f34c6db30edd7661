import { journalEnd } from '#db/kernel/journal'
import { packedTo, streamEnd } from '#db/sync/batches'
import { type StoredTarget, setExchanged } from '#db/target/targets'
import { LIMITS } from '#shared/kernel/batch-head'
import { ok, problem, type Result, refuse } from '#shared/kernel/result'
import type { ExchangeReport, TargetProblem } from '#shared/target/target-contract'
import { type CallOptions, timeOf, type World } from '../kernel/world.ts'
import { observeClock } from '../sync/clock.ts'
import { addresseesOf, recipientsOf } from '../sync/make-batch.ts'
import { epochOf } from '../sync/new-epoch.ts'
import { sealBatches } from '../sync/seal-batch.ts'
import type { FetchReply, PublishReply, Trouble } from '../target/courier-task.ts'
import { openSecret } from '../target/target-secret.ts'
import { fetchRound, refreshTrust } from './exchange-fetch.ts'
import { publishWaiting } from './exchange-publish.ts'
import { endsVisit, noteTrouble, troubleProblem } from './exchange-trouble.ts'

export interface ExchangeWishes {
  /** Seal what is new first, and the receipts in the end. */
  readonly pack: boolean
  readonly massChange: boolean
}

/** What stopped an exchange; what had been done by then is done. */
export class StoppedError extends Error {
  override readonly name = 'StoppedError'
  readonly problem: TargetProblem
  constructor(stopped: TargetProblem) {
    super(stopped.code)
    this.problem = stopped
  }
}

const NOTHING: Omit<ExchangeReport, 'target'> = {
  published: 0,
  sentBytes: 0,
  fetched: 0,
  receivedBytes: 0,
  new: 0,
  changed: 0,
  conflicts: 0,
  receipts: 0,
  unsettled: [],
  refused: [],
  ignored: [],
  restored: 0,
}

/** One visit to one target, from packing to receipts. Every step can be repeated, so a cut anywhere costs only what was under way. */
export class Exchange {
  readonly world: World
  readonly target: StoredTarget
  readonly wishes: ExchangeWishes
  readonly options: CallOptions
  readonly place: { readonly settings: StoredTarget['settings']; readonly secret: string }
  report: ExchangeReport
  /** A full target, or a damaged file on it: told in the end, when everything else is done. */
  private trouble: Trouble | null = null

  constructor(world: World, target: StoredTarget, secret: string, given: { wishes: ExchangeWishes; options: CallOptions }) {
    this.world = world
    this.target = target
    this.wishes = given.wishes
    this.options = given.options
    this.place = { settings: target.settings, secret }
    this.report = { target: target.settings.name, ...NOTHING }
  }

  get own(): { readonly device: string; readonly epoch: string } {
    return { device: this.world.self.device, epoch: epochOf(this.world) }
  }

  get end(): number {
    const { device, epoch } = this.own
    return streamEnd(this.world.db, device, epoch).seq
  }

  /** Asks the courier; a cancelled one was killed, and what it had done is found out the next time. */
  async courier(task: object): Promise<unknown> {
    try {
      return await this.world.courier({ ...task, ...this.place }, this.options)
    } catch (error) {
      this.stopIfUnwanted()
      throw error
    }
  }

  stopIfUnwanted(): void {
    const { published, fetched } = this.report
    if (this.options.signal?.aborted === true) throw new StoppedError(problem('target.cancelled', '', { published, fetched }))
  }

  add(done: Partial<ExchangeReport>): void {
    const sum = { ...this.report }
    for (const key of [
      'published',
      'sentBytes',
      'fetched',
      'receivedBytes',
      'new',
      'changed',
      'conflicts',
      'receipts',
      'restored',
    ] as const)
      sum[key] += done[key] ?? 0
    for (const key of ['unsettled', 'refused', 'ignored'] as const) sum[key] = [...sum[key], ...(done[key] ?? [])] as never
    this.report = sum
  }

  /** What every reply of the courier tells besides: the time on the other side, foreign names, and why it went no further. */
  heed({ clockOffset, ignored, trouble }: Pick<PublishReply & FetchReply, 'clockOffset' | 'ignored' | 'trouble'>): void {
    const { world, target } = this
    this.add({ ignored: ignored.filter((name) => !this.report.ignored.includes(name)) })
    world.db.transaction(() => {
      if (trouble !== null) noteTrouble(world, target, trouble)
      if (clockOffset !== null) observeClock(world, { ref: timeAt(world, clockOffset), src: 'server', err: 2 })
    })
    if (trouble === null) return
    this.trouble ??= trouble
    if (endsVisit(trouble)) throw new StoppedError(troubleProblem(target.settings.name, trouble))
  }

  /** Everything new becomes batches of the outbox; with nobody to send to, it stays as it is. */
  async seal(): Promise<void> {
    const { world, options, target } = this
    const upTo = journalEnd(world.db).seq
    const after = packedTo(world.db)
    if (!this.wishes.pack || upTo <= after || recipientsOf(world).length === 0) return
    const sealed = await sealBatches(world, { after, upTo, fileBytes: LIMITS.bundleBytes / 2 }, addresseesOf(world), options)
    if (sealed.ok) return
    this.stopIfUnwanted()
    const [{ code, facts }] = sealed.problems
    const reason = 'reason' in facts && typeof facts.reason === 'string' ? facts.reason : code
    throw new StoppedError(problem('target.cannotPack', '', { name: target.settings.name, reason }))
  }

  private async visit(): Promise<void> {
    await refreshTrust(this)
    await this.seal()
    await publishWaiting(this, 'always')
    while (await fetchRound(this));
    await this.seal()
    await publishWaiting(this, 'ifWaiting')
  }

  async run(): Promise<Result<ExchangeReport, TargetProblem>> {
    const { world, target } = this
    try {
      await this.visit()
    } catch (error) {
      if (error instanceof StoppedError) return refuse(error.problem)
      throw error
    } finally {
      world.changed('target', 'sync', ...world.projections.kinds.keys())
    }
    if (this.trouble !== null) return refuse(troubleProblem(target.settings.name, this.trouble))
    world.db.transaction(() => {
      noteTrouble(world, target, null)
      setExchanged(world.db, target.id, timeOf(world))
    })
    return ok(this.report)
  }
}

const timeAt = (world: World, offset: number): string => timeOf({ clock: () => new Date(world.clock().getTime() - offset * 1000) })

const running = new WeakMap<World, Promise<unknown>>()

/** One exchange at a time on a device: two would seal the same lines. */
export async function exchange(
  world: World,
  target: StoredTarget,
  wishes: ExchangeWishes,
  options: CallOptions,
): Promise<Result<ExchangeReport, TargetProblem>> {
  const before = running.get(world)
  const visit = (async () => {
    await before?.catch(() => undefined)
    return new Exchange(world, target, await openSecret(world, target.secret), { wishes, options }).run()
  })()
  running.set(world, visit)
  return visit
}
