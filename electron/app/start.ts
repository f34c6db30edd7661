import { audits, projections } from '#db/app/projections'
import type { Store } from '#db/kernel/database'
import { openStore, StoreRefusedError } from '#db/kernel/open-store'
import { ensureProjections } from '#db/kernel/project'
import type { ProjectionContext } from '#db/kernel/projection'
import { type AppContract, contract } from '#shared/app/contract'
import { kinds, procedures } from '#shared/app/kinds'
import { ok, problem, type Result, refuse } from '#shared/kernel/result'
import type { Runtime } from '#shared/kernel/self'
import type { ProfileProblem } from '#shared/profile/profile-contract'
import { blobsFolder } from '../attachment/blob-store.ts'
import { deviceKeyOf } from '../kernel/device-key.ts'
import { clearTemporary } from '../kernel/durable-file.ts'
import type { RunIntake } from '../kernel/intake-port.ts'
import { type CallOf, createRouter } from '../kernel/router.ts'
import type { Self, World } from '../kernel/world.ts'
import { canWrite, type DeviceKeys, type ProfileFile, readProfile, storePath } from '../profile/profile-folder.ts'
import { isRevokedBatch, isSupervisorDevice } from '../profile/trust-store.ts'
import { getArticle } from '../reference/articles.ts'
import { clockWatch } from '../sync/clock.ts'
import { noticeRestore } from '../sync/new-epoch.ts'
import { clearQuarantine } from '../sync/quarantine.ts'
import { stagingOf } from '../sync/seal-batch.ts'
import { indexInIdleTime } from '../sync/search-in-idle-time.ts'
import { secondCopyKeeper } from '../sync/second-copy.ts'
import { handlers, rules } from './handlers.ts'

/** The application without a window: what the store process, the command line, tests and seeds all start. */
export interface App {
  readonly call: CallOf<AppContract>
  readonly world: World
  readonly close: () => void
}

export interface StartOptions {
  readonly folder: string
  readonly keys: DeviceKeys
  readonly protection: 'file' | 'sealed'
  readonly clock: () => Date
  readonly runtime: Runtime
  /** Parses foreign bytes in a process of its own. */
  readonly intake: RunIntake
  /** Speaks with storage in a process of its own; without one there are no targets. */
  readonly courier?: RunIntake
  readonly changed?: (...names: string[]) => void
  /** Which machine this is; null where the system does not tell. */
  readonly machine?: string | null
  /** Seconds since the machine was started; without it nobody notices the clock being set during the work. */
  readonly sinceStart?: () => number
}

const REFUSALS: Readonly<Record<StoreRefusedError['reason'], 'profile.inUse' | 'profile.fromTheFuture' | null>> = {
  inUse: 'profile.inUse',
  fromTheFuture: 'profile.fromTheFuture',
  notOurs: null,
  noWal: null,
}

function refusalOf(error: unknown, folder: string): ProfileProblem {
  if (error instanceof StoreRefusedError) {
    const code = REFUSALS[error.reason]
    return code === null ? problem('profile.damaged', '', { folder, reason: error.message }) : problem(code, '', { folder })
  }
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (code === 'SQLITE_FULL' || code === 'ENOSPC') return problem('profile.diskFull', '', { folder })
  if (/^(SQLITE_(READONLY|CANTOPEN|IOERR|CORRUPT|NOTADB)|EACCES|EROFS)/.test(code))
    return problem('profile.damaged', '', { folder, reason: code })
  throw error
}

function contextOf(db: Store, self: Self): ProjectionContext {
  return {
    kinds: new Map(kinds.map((kind) => [kind.name, kind])),
    procedures: new Map(procedures.map((procedure) => [procedure.name, procedure])),
    projections,
    audits,
    self: self.device,
    isSupervisor: (device) => isSupervisorDevice({ db, self }, device),
    isRevoked: (batch) => isRevokedBatch({ db }, batch),
  }
}

function worldOf(db: Store, profile: ProfileFile, options: StartOptions): World {
  const { device, name, role, region, org = '', demo, created } = profile
  const self: Self = { device, name, role, region, org, demo, created }
  const { folder, runtime, protection, keys, clock, intake } = options
  const context = contextOf(db, self)
  return {
    db,
    self,
    folder,
    runtime,
    protection,
    clock,
    intake,
    courier: options.courier ?? (() => Promise.reject(new Error('this program has no courier'))),
    key: deviceKeyOf(keys.seed),
    identity: keys.identity,
    recipient: keys.recipient,
    projections: context,
    articleOf: (key) => getArticle({ db, self, projections: context }, key),
    rules: new Map(rules.map((rule) => [rule.kind, rule])),
    changed: options.changed ?? (() => undefined),
  }
}

/** After every call, and at the end, the second copy learns how far the device has come, and the clock is looked at. */
function keepingPosition(world: World, { sinceStart }: StartOptions): App {
  let open = true
  const notes = [...(sinceStart === undefined ? [] : [clockWatch(world, sinceStart)]), secondCopyKeeper(world)]
  const keep = (): void => {
    if (open) for (const note of notes) note()
  }
  const call = createRouter(contract, handlers, world)
  keep()
  return {
    world,
    call: async (name, input, options) => {
      const answer = await call(name, input, options)
      keep()
      return answer
    },
    close: () => {
      keep()
      open = false
      world.db.close()
    },
  }
}

/** Opens the store of a profile and answers what may be asked of it; refused with a reason, and then nothing was changed. */
export function startApp(options: StartOptions): Result<App, ProfileProblem> {
  const profile = readProfile(options.folder)
  if (!profile.ok) return profile
  if (!canWrite(options.folder)) return refuse(problem('profile.notWritable', '', { folder: options.folder }))
  let db: Store | undefined
  try {
    db = openStore(storePath(options.folder))
    const world = worldOf(db, profile.value, options)
    clearQuarantine(options.folder) // what a process that was killed in an import left in the clear
    for (const root of [blobsFolder(options.folder), stagingOf(options)]) clearTemporary(root)
    db.transaction(() => {
      ensureProjections(world.db, world.projections)
      noticeRestore(world, options.machine ?? null)
    })
    indexInIdleTime(world) // what a process that ended after an import left for later
    return ok(keepingPosition(world, options))
  } catch (error) {
    db?.close()
    return refuse(refusalOf(error, options.folder))
  }
}
