import { BATCH_NAMESPACE } from '#shared/kernel/batch-head'
import { deviceIdOf } from '../kernel/device-key.ts'

/** `allowed_signers` of ssh-keygen: one line a device, its id as principal, its key good for heads only. */
export const allowedSigners = (publicKeys: readonly string[]): string =>
  [...new Set(publicKeys)]
    .map((key) => `${deviceIdOf(key)} namespaces="${BATCH_NAMESPACE}" ${key}\n`)
    .sort()
    .join('')

const LINE = new RegExp(`^([a-z2-7]{26}) namespaces="${BATCH_NAMESPACE}" (ssh-ed25519 [A-Za-z0-9+/]{68})$`)

/** Reads such a file: device → key. Null when a line is anything else, or gives a device a key that is not its own. */
export function readAllowedSigners(text: string): ReadonlyMap<string, string> | null {
  const keys = new Map<string, string>()
  for (const line of text.split('\n').slice(0, -1)) {
    const [, device, key] = LINE.exec(line) ?? []
    if (device === undefined || key === undefined || keyedAs(key) !== device) return null
    keys.set(device, key)
  }
  return allowedSigners([...keys.values()]) === text ? keys : null
}

function keyedAs(key: string): string | null {
  try {
    return deviceIdOf(key)
  } catch {
    return null
  }
}
