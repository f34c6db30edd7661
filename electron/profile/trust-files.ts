import { listTravellingTrust } from '#db/profile/trust'
import { trustPath } from '#shared/profile/trust-documents'
import { deviceIdOf } from '../kernel/device-key.ts'
import { keyInSignature } from '../kernel/sshsig.ts'
import type { World } from '../kernel/world.ts'

/** A file of the trust chain, under the name it has in a bundle and on a target. */
export interface TrustFile {
  readonly name: string
  readonly bytes: Uint8Array
}

const signerIn = (signature: string): string => {
  const key = keyInSignature(signature)
  if (key === null) throw new Error('a stored signature is none')
  return deviceIdOf(key)
}

/** Every root, the list in force, and their signatures: what a newcomer needs to walk from the first root to the present list. */
export const trustFiles = (world: Pick<World, 'db'>): TrustFile[] =>
  listTravellingTrust(world.db).flatMap(({ kind, ver, bytes, signatures }) => {
    const name = trustPath(kind, ver)
    const signed = signatures.map((signature) => ({ name: `${name}.sig.${signerIn(signature)}`, bytes: Buffer.from(signature) }))
    return [{ name, bytes: Buffer.from(bytes) }, ...signed]
  })
