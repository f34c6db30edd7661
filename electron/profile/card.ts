import { canonical } from '#shared/kernel/canonical'
import type { Result } from '#shared/kernel/result'
import { ok, problem, refuse } from '#shared/kernel/result'
import { DeviceCard } from '#shared/profile/device-card'
import type { TrustProblem } from '#shared/profile/profile-contract'
import { deviceIdOf } from '../kernel/device-key.ts'
import { type Signer, signerOf, signSsh } from '../kernel/sshsig.ts'

/** SSHSIG namespace of a card, so that its signature can never pass for one over a batch. */
export const CARD_NAMESPACE = 'inspect-enroll@v1'

type CardFields = Omit<DeviceCard, 'signature'>

const signedBytes = (fields: CardFields): Buffer => Buffer.from(canonical(fields))

/** Signs what a device says of itself with the device's own key. */
export const makeCard = async (fields: CardFields, signer: Signer): Promise<DeviceCard> =>
  DeviceCard.parse({ ...fields, signature: await signSsh(signer, CARD_NAMESPACE, signedBytes(fields)) })

/** The text of a card file: readable, and the same for the same card. */
export const cardText = (card: DeviceCard): string => `${JSON.stringify(card, null, 2)}\n`

function parseCard(text: string): DeviceCard | null {
  try {
    return DeviceCard.parse(JSON.parse(text))
  } catch {
    return null
  }
}

/** The device id must follow from the key, and that key must have signed every other field. */
function isGenuine({ signature, ...fields }: DeviceCard): boolean {
  try {
    const signed = signerOf(signature, CARD_NAMESPACE, signedBytes(fields))
    return signed === fields.sign && deviceIdOf(fields.sign) === fields.device
  } catch {
    return false
  }
}

/** Reads a card from foreign hands; genuine means only that its device made it. Whether to trust that device, a person decides. */
export function readCard(text: string): Result<DeviceCard, TrustProblem> {
  const card = parseCard(text)
  if (card === null) return refuse(problem('trust.cardUnreadable', '', { file: '' }))
  return isGenuine(card) ? ok(card) : refuse(problem<'trust.cardForged'>('trust.cardForged'))
}
