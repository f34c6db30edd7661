import { audits, projections } from '#db/app/projections'
import type { Store } from '#db/kernel/database'
import { openStore, StoreRefusedError } from '#db/kernel/open-store'
import { ensureProjections } from '#db/kernel/project'
import type { ProjectionContext } from '#db/kernel/projection'
import { isAdmittedSupervisor } from '#db/profile/trust'
import { type AppContract, contract } from '#shared/app/contract'
import { kinds, procedures } from '#shared/app/kinds'
import { ok, problem, type Result, refuse } from '#shared/kernel/result'
import type { Runtime } from '#shared/kernel/self'
import type { ProfileProblem } from '#shared/profile/profile-contract'
import { deviceKeyOf } from '../kernel/device-key.ts'
import type { RunIntake } from '../kernel/intake-port.ts'
import { type CallOf, createRouter } from '../kernel/router.ts'
import type { Self, World } from '../kernel/world.ts'
import { canWrite, type DeviceKeys, type ProfileFile, readProfile, storePath } from '../profile/profile-folder.ts'
import { getArticle } from '../reference/articles.ts'
import { clearQuarantine } from '../sync/quarantine.ts'
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
  readonly changed?: (...names: string[]) => void
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
  const isSupervisor = (device: string): boolean => (device === self.device ? self.role === 'supervisor' : isAdmittedSupervisor(db, device))
  return {
    kinds: new Map(kinds.map((kind) => [kind.name, kind])),
    procedures: new Map(procedures.map((procedure) => [procedure.name, procedure])),
    projections,
    audits,
    self: self.device,
    isSupervisor,
    isRevoked: () => false,
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
    key: deviceKeyOf(keys.seed),
    identity: keys.identity,
    recipient: keys.recipient,
    projections: context,
    articleOf: (key) => getArticle({ db, self, projections: context }, key),
    rules: new Map(rules.map((rule) => [rule.kind, rule])),
    changed: options.changed ?? (() => undefined),
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
    db.transaction(() => {
      ensureProjections(world.db, world.projections)
    })
    const close = (): void => {
      world.db.close()
    }
    return ok({ call: createRouter(contract, handlers, world), world, close })
  } catch (error) {
    db?.close()
    return refuse(refusalOf(error, options.folder))
  }
}
