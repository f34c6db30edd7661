import { accessSync, constants, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import { DeviceId, LocalTime } from '#shared/kernel/ids'
import { ok, problem, type Result, refuse } from '#shared/kernel/result'
import { NewProfile, type ProfileProblem } from '#shared/profile/profile-contract'

/** `profile.json`: who works here. What a person must never lose is in the store beside it. */
export const ProfileFile = z.strictObject({
  format: z.literal(1),
  device: DeviceId,
  ...NewProfile.shape,
  demo: z.boolean(),
  created: LocalTime,
})
export type ProfileFile = z.infer<typeof ProfileFile>

/** `keys.json`: the private keys, in the clear for their owner only, or sealed by the operating system. */
const KeysFile = z.discriminatedUnion('protection', [
  z.strictObject({ protection: z.literal('file'), seed: z.string(), identity: z.string(), recipient: z.string() }),
  z.strictObject({ protection: z.literal('sealed'), sealed: z.string() }),
])

export interface DeviceKeys {
  /** 32 bytes, base64: the Ed25519 seed of the device. */
  readonly seed: string
  /** `AGE-SECRET-KEY-1…` */
  readonly identity: string
  /** `age1…` */
  readonly recipient: string
}

/** The operating system's key store, where there is one (Electron safeStorage). */
export interface KeySealer {
  readonly seal: (text: string) => string
  readonly unseal: (sealed: string) => string
}

const profilePath = (folder: string): string => join(folder, 'profile.json')
const keysPath = (folder: string): string => join(folder, 'keys.json')

export const storePath = (folder: string): string => join(folder, 'store.db')
export const hasProfile = (folder: string): boolean => existsSync(profilePath(folder))

export function canWrite(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK)
    return true
  } catch {
    return false
  }
}

function writeOnce(path: string, text: string, mode: number): void {
  writeFileSync(`${path}.tmp`, text, { mode, flush: true })
  renameSync(`${path}.tmp`, path)
}

export function writeProfileFile(folder: string, profile: ProfileFile): void {
  writeOnce(profilePath(folder), `${JSON.stringify(profile, null, 2)}\n`, 0o644)
}

export function writeKeys(folder: string, keys: DeviceKeys, sealer?: KeySealer): void {
  const file = sealer === undefined ? { protection: 'file', ...keys } : { protection: 'sealed', sealed: sealer.seal(JSON.stringify(keys)) }
  writeOnce(keysPath(folder), `${JSON.stringify(file)}\n`, 0o600)
}

/** Level by level: Node's own `recursive` turns in circles for ever where the system says ENOENT to a new folder, as /proc does. */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return
  makeFolder(dirname(folder))
  mkdirSync(folder, { mode: 0o700 })
}

/**
 * Makes the folder and both files; keys first, so that a profile that can be seen can also sign. Throws what the file system says,
 * and then no file is left, so that it can be tried again.
 */
export function writeNewProfile(folder: string, profile: ProfileFile, keys: DeviceKeys, sealer?: KeySealer): void {
  makeFolder(folder)
  try {
    writeKeys(folder, keys, sealer)
    writeProfileFile(folder, profile)
  } catch (error) {
    for (const path of [keysPath(folder), profilePath(folder)]) for (const name of [path, `${path}.tmp`]) rmSync(name, { force: true })
    throw error
  }
}

const damaged = (folder: string, reason: string): Result<never, ProfileProblem> =>
  refuse(problem('profile.damaged', '', { folder, reason }))

function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    return undefined
  }
}

export function readProfile(folder: string): Result<ProfileFile, ProfileProblem> {
  if (!hasProfile(folder)) return refuse(problem('profile.notFound', '', { folder }))
  const parsed = ProfileFile.safeParse(readJson(profilePath(folder)))
  return parsed.success ? ok(parsed.data) : damaged(folder, 'profile.json')
}

export function readKeys(
  folder: string,
  sealer?: KeySealer,
): Result<{ readonly keys: DeviceKeys; readonly protection: 'file' | 'sealed' }, ProfileProblem> {
  const parsed = KeysFile.safeParse(readJson(keysPath(folder)))
  if (!parsed.success) return damaged(folder, 'keys.json')
  const { data } = parsed
  if (data.protection === 'file')
    return ok({ keys: { seed: data.seed, identity: data.identity, recipient: data.recipient }, protection: 'file' })
  if (sealer === undefined) return refuse(problem('profile.keysSealed', '', { folder }))
  return ok({ keys: JSON.parse(sealer.unseal(data.sealed)) as DeviceKeys, protection: 'sealed' })
}
