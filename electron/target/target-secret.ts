import { decryptChunks, encryptBytes } from '../kernel/age.ts'
import type { World } from '../kernel/world.ts'

/** A password or secret key as the store keeps it: readable with this device's own key, and with nothing that is in the store. */
export async function sealSecret({ recipient }: Pick<World, 'recipient'>, secret: string): Promise<string> {
  return secret === '' ? '' : Buffer.from(await encryptBytes([recipient], Buffer.from(secret))).toString('base64')
}

export async function openSecret({ identity }: Pick<World, 'identity'>, sealed: string): Promise<string> {
  if (sealed === '') return ''
  const parts: Uint8Array[] = []
  for await (const part of decryptChunks(identity, [Buffer.from(sealed, 'base64')])) parts.push(part)
  return Buffer.concat(parts).toString('utf8')
}
