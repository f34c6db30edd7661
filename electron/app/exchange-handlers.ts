import { randomBytes } from 'node:crypto'
import { countWaitingFor } from '#db/target/published'
import { clearTargetAlarm, getTarget, insertTarget, listTargets, removeTarget, type StoredTarget, setFindings } from '#db/target/targets'
import { ok, problem, type Result, refuse } from '#shared/kernel/result'
import type { TargetProblem, TargetRow, TargetSettings, targetContract } from '#shared/target/target-contract'
import type { HandlersFor } from '../kernel/router.ts'
import { type CallOptions, timeOf, type World } from '../kernel/world.ts'
import { spaceOf } from '../sync/space.ts'
import { ProbeReply } from '../target/courier-task.ts'
import { openSecret, sealSecret } from '../target/target-secret.ts'
import { exchange } from './exchange.ts'
import { removeInbox } from './exchange-inbox.ts'
import { troubleProblem } from './exchange-trouble.ts'

const rowOf = (world: World, { id, settings, secret, findings, probedAt, exchangedAt }: StoredTarget): TargetRow => ({
  id,
  settings,
  hasSecret: secret !== '',
  findings: [...findings],
  probedAt,
  waiting: countWaitingFor(world.db, id),
  lastExchange: exchangedAt,
})

const unknown = (id: string): Result<never, TargetProblem> => refuse(problem('target.unknown', '', { id }))
const cancelled = (): Result<never, TargetProblem> => refuse(problem('target.cancelled', '', { published: 0, fetched: 0 }))

/** Lets the doctor look; a storage that cannot be used is refused with the reason, one that only differs is not. */
async function probe(
  world: World,
  settings: TargetSettings,
  secret: string,
  options: CallOptions,
): Promise<Result<ProbeReply, TargetProblem>> {
  try {
    const reply = ProbeReply.parse(await world.courier({ task: 'probe', settings, secret, space: spaceOf(world) }, options))
    if (reply.trouble !== null) return refuse(troubleProblem(settings.name, reply.trouble))
    const wrong = reply.findings.find(({ verdict }) => verdict === 'wrong')
    return wrong === undefined ? ok(reply) : refuse(problem('target.notAStorage', '', { name: settings.name, reason: wrong.probe }))
  } catch (error) {
    if (options.signal?.aborted === true) return cancelled()
    throw error
  }
}

export const exchangeHandlers: HandlersFor<typeof targetContract> = {
  'target.list': (world) => ok(listTargets(world.db).map((target) => rowOf(world, target))),
  'target.add': async (world, { settings, secret }, options) => {
    if (getTarget(world.db, settings.name) !== null) return refuse(problem('target.exists', '', { name: settings.name }))
    const probed = await probe(world, settings, secret, options)
    if (!probed.ok) return probed
    const { findings } = probed.value
    const target: StoredTarget = {
      id: randomBytes(4).toString('hex'),
      settings,
      findings,
      secret: await sealSecret(world, secret),
      probedAt: timeOf(world),
      exchangedAt: null,
    }
    world.db.transaction(() => insertTarget(world.db, target))
    world.changed('target')
    return ok(rowOf(world, target))
  },
  'target.remove': (world, { id }) => {
    const target = getTarget(world.db, id)
    if (target === null) return unknown(id)
    world.db.transaction(() => removeTarget(world.db, target.id))
    removeInbox(world, target.id)
    world.changed('target', 'sync')
    return ok({ id: target.id })
  },
  /** Whoever asks the doctor has seen the alarms. */
  'target.probe': async (world, { id }, options) => {
    const target = getTarget(world.db, id)
    if (target === null) return unknown(id)
    const probed = await probe(world, target.settings, await openSecret(world, target.secret), options)
    if (!probed.ok) return probed
    const { findings } = probed.value
    const probedAt = timeOf(world)
    world.db.transaction(() => {
      setFindings(world.db, target.id, findings, probedAt)
      clearTargetAlarm(world.db, target.id, 'emptied')
    })
    world.changed('target')
    return ok(rowOf(world, { ...target, findings, probedAt }))
  },
  'target.exchange': (world, { id, pack, massChange }, options) => {
    const target = getTarget(world.db, id)
    return target === null ? unknown(id) : exchange(world, target, { pack, massChange }, options)
  },
}
