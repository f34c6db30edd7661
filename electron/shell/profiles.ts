import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { format } from 'date-fns/format'
import type { ProfileEntry } from '#shared/app/bridge'
import type { Problem, Result } from '#shared/kernel/result'
import { ok, problem, refuse } from '#shared/kernel/result'
import type { NewProfile, ProfileProblem } from '#shared/profile/profile-contract'
import { createProfile } from '../profile/create-profile.ts'
import { type ProfileFile, readKeys, readProfile } from '../profile/profile-folder.ts'
import { profilesFolder } from './home.ts'
import { osKeyring } from './os-keyring.ts'
import { changeSettings, readSettings } from './settings-file.ts'
import { StoreProcess } from './store-process.ts'

const entryOf = (folder: string, { name, role, region, org = '', demo, created }: ProfileFile): ProfileEntry => ({
  folder,
  name,
  role,
  region,
  org,
  demo,
  created,
  lastOpened: readSettings().opened[folder] ?? null,
})

function entryAt(folder: string): ProfileEntry | null {
  const profile = readProfile(folder)
  return profile.ok ? entryOf(folder, profile.value) : null
}

/** Profiles of this computer's user, the one used last first; a folder being made (its name begins with a dot) is none yet. */
export function listProfiles(): ProfileEntry[] {
  const names = existsSync(profilesFolder) ? readdirSync(profilesFolder).filter((name) => !name.startsWith('.')) : []
  const entries = names.map((name) => entryAt(join(profilesFolder, name))).filter((entry) => entry !== null)
  return entries.toSorted((a, b) => (b.lastOpened ?? b.created).localeCompare(a.lastOpened ?? a.created))
}

const AT_ONCE = 5000

/** The one profile that is open, with its store process. */
export class Profiles {
  private readonly outFolder: string
  private store: StoreProcess | null = null
  private entry: ProfileEntry | null = null
  private opening: Promise<unknown> = Promise.resolve()
  private startedAt = 0
  /** Told whenever a store opens or closes. */
  onStore: (store: StoreProcess | null) => void = () => undefined

  constructor(outFolder: string) {
    this.outFolder = outFolder
  }

  get current(): ProfileEntry | null {
    return this.entry
  }

  /** Resolves when no opening is under way: a page that asks early is not told that nothing is open. */
  get settled(): Promise<unknown> {
    return this.opening
  }

  get openStore(): StoreProcess | null {
    return this.store
  }

  async create(profile: NewProfile): Promise<Result<ProfileEntry, ProfileProblem>> {
    const folder = join(profilesFolder, `${profile.role}-${format(new Date(), 'yyyyMMdd-HHmmss')}`)
    const made = await createProfile({ folder, profile, demo: false, clock: () => new Date(), sealer: osKeyring() })
    return made.ok ? this.open(folder) : made
  }

  open(folder: string): Promise<Result<ProfileEntry, ProfileProblem>> {
    const opening = this.openNow(folder)
    this.opening = opening.catch(() => undefined)
    return opening
  }

  private async openNow(folder: string): Promise<Result<ProfileEntry, ProfileProblem>> {
    await this.close()
    const profile = readProfile(folder)
    if (!profile.ok) return profile
    const keys = readKeys(folder, osKeyring())
    if (!keys.ok) return keys
    const problems = await this.start(folder, keys.value)
    const [first, ...more] = problems as ProfileProblem[]
    if (first !== undefined) return refuse(first, ...more)
    changeSettings({ lastProfile: folder, opened: { ...readSettings().opened, [folder]: new Date().toISOString() } })
    this.entry = entryOf(folder, profile.value)
    this.onStore(this.store)
    return ok(this.entry)
  }

  private async start(
    folder: string,
    { keys, protection }: { keys: { seed: string; identity: string; recipient: string }; protection: 'file' | 'sealed' },
  ): Promise<readonly Problem[]> {
    const store = new StoreProcess(this.outFolder)
    const problems = await store.open({ folder, keys, protection })
    if (problems.length > 0) {
      await store.close()
      return problems
    }
    this.store = store
    this.startedAt = Date.now()
    store.onEnd(() => {
      if (this.store === store) void this.restart(folder)
    })
    return []
  }

  /** A store process that died is started again; what it had answered as saved is on the disk. One that dies at once is not. */
  private async restart(folder: string): Promise<void> {
    this.store = null
    if (Date.now() - this.startedAt > AT_ONCE) await this.open(folder)
    else await this.close()
  }

  async close(): Promise<void> {
    const { store } = this
    this.store = null
    this.entry = null
    this.onStore(null)
    await store?.close()
  }

  /** The two demonstration profiles, made whole in a folder nobody sees and then put in place; opened again when they exist. */
  async createDemo(): Promise<Result<ProfileEntry, ProfileProblem>> {
    const inspector = join(profilesFolder, 'demo-inspector')
    if (existsSync(inspector)) return this.open(inspector)
    const making = join(profilesFolder, `.demo-${randomBytes(4).toString('hex')}`)
    mkdirSync(join(making, 'temp'), { recursive: true })
    try {
      const store = new StoreProcess(this.outFolder)
      const folders = { inspector: join(making, 'inspector'), supervisor: join(making, 'supervisor'), temp: join(making, 'temp') }
      const [first] = await store.seedDemo(folders)
      await store.close()
      if (first !== undefined) return refuse(problem('profile.damaged', '', { folder: inspector, reason: first.code }))
      renameSync(folders.supervisor, join(profilesFolder, 'demo-supervisor'))
      renameSync(folders.inspector, inspector)
      return await this.open(inspector)
    } finally {
      rmSync(making, { recursive: true, force: true })
    }
  }
}
