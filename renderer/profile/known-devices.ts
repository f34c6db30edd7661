import { useQuery } from '@tanstack/react-query'
import type { OutputOf } from '#shared/kernel/contract'
import type { KnownDevice } from '#shared/profile/profile-contract'
import type { TrustedDevice, trustContract } from '#shared/profile/trust-contract'
import { store } from './store'

export type Trust = OutputOf<(typeof trustContract)['trust.show']>

/** A device as this one knows it and as the trust list has it; either may be without the other. */
export interface DeviceRow extends Pick<KnownDevice, 'id' | 'name' | 'region' | 'fingerprint'> {
  readonly role: string
  readonly org: string
  readonly standing: KnownDevice['standing']
  readonly trusted: TrustedDevice | null
}

/** Everybody, this device first, then the list in its own order. */
export function useDevices(trust: Trust | undefined): readonly DeviceRow[] {
  const { data: known = [] } = useQuery(store.ask('profile.listDevices', {}))
  const listed = trust?.devices ?? []
  const trustedAs = (id: string): TrustedDevice | null => listed.find((device) => device.id === id) ?? null
  const others = listed.filter(({ id }) => known.every((device) => device.id !== id))
  return [
    ...known.map((device) => ({ ...device, trusted: trustedAs(device.id) })),
    ...others.map((device) => ({ ...device, org: '', standing: 'listed' as const, trusted: device })),
  ]
}
