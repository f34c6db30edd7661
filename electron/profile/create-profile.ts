import { existsSync, readdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { formatISO } from 'date-fns/formatISO'
import { ok, problem, type Result, refuse } from '#shared/kernel/result'
import type { NewProfile, ProfileProblem } from '#shared/profile/profile-contract'
import { deviceKeyOf, newBoxKey, newDeviceSeed } from '../kernel/device-key.ts'
import { canWrite, hasProfile, type KeySealer, type ProfileFile, writeNewProfile } from './profile-folder.ts'

export interface CreateProfile {
  readonly folder: string
  readonly profile: NewProfile
  readonly demo: boolean
  readonly clock: () => Date
  readonly sealer?: KeySealer | undefined
}

/** What a system says to somebody who may not write there; ENOENT is said where it makes the files itself, as in /proc. */
const NOT_WRITABLE = new Set(['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'ENOENT'])

/** The nearest folder above that exists. */
const standing = (folder: string): string => (existsSync(folder) ? folder : standing(dirname(folder)))

/** What a creation leaves that was killed: keys that no profile names have signed nothing. */
const REMAINS = new Set(['keys.json', 'keys.json.tmp', 'profile.json.tmp'])

function whyNot(folder: string): ProfileProblem | null {
  if (hasProfile(folder)) return problem('profile.exists', '', { folder })
  if (!canWrite(standing(folder))) return problem('profile.notWritable', '', { folder })
  if (existsSync(folder) && readdirSync(folder).some((name) => !REMAINS.has(name)))
    return problem('profile.damaged', '', { folder, reason: 'the folder is not empty' })
  return null
}

/** Makes a profile folder with fresh device keys: Ed25519 to sign, age X25519 to be written to. Refuses a folder in use. */
export async function createProfile({ folder, profile, demo, clock, sealer }: CreateProfile): Promise<Result<ProfileFile, ProfileProblem>> {
  const reason = whyNot(folder)
  if (reason !== null) return refuse(reason)
  const seed = newDeviceSeed()
  const box = await newBoxKey()
  const file: ProfileFile = { format: 1, device: deviceKeyOf(seed).device, ...profile, demo, created: formatISO(clock()) }
  try {
    writeNewProfile(folder, file, { seed, ...box }, sealer)
    return ok(file)
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException
    if (code === 'ENOSPC' || code === 'EDQUOT') return refuse(problem('profile.diskFull', '', { folder }))
    if (NOT_WRITABLE.has(code)) return refuse(problem('profile.notWritable', '', { folder }))
    throw error
  }
}
