import { Button } from 'antd'
import type { TrustedDevice } from '#shared/profile/trust-contract'
import { type Column, DataTable } from '../kernel/data-table'
import { minuteOf } from '../kernel/format'
import { useAnyWord, useWords } from '../kernel/i18n'
import { usePlaceName } from '../kernel/places'
import type { DeviceRow } from './known-devices'

interface TableProps {
  readonly devices: readonly DeviceRow[]
  /** Whoever keeps the list may end the trust in a device. */
  readonly onEnd: ((device: TrustedDevice) => void) | null
}

/** Who is who: role, district, fingerprint, and whether the device is trusted and how far. */
export function DeviceTable({ devices, onEnd }: TableProps) {
  const t = useWords()
  const say = useAnyWord()
  const placeName = usePlaceName()
  const columns: Column<DeviceRow>[] = [
    {
      key: 'name',
      title: t('profile.devices.column.name'),
      render: ({ name, trusted }) => (
        <>
          <strong>{name}</strong> {trusted?.admin === true && <span className="outcome">{t('profile.trust.admin')}</span>}
        </>
      ),
    },
    { key: 'role', title: t('profile.devices.column.role'), render: ({ role }) => say(`profile.role.${role}`) },
    { key: 'org', title: t('profile.devices.column.org'), grow: true, render: ({ org }) => org },
    { key: 'region', title: t('profile.devices.column.region'), render: ({ region }) => placeName(region) },
    {
      key: 'fingerprint',
      title: t('profile.devices.column.fingerprint'),
      render: ({ fingerprint }) => <span className="mono">{fingerprint.digits}</span>,
    },
    { key: 'standing', title: t('profile.devices.column.standing'), render: (device) => <Standing device={device} /> },
    {
      key: 'seen',
      title: t('profile.trust.lastSeen'),
      render: ({ trusted, standing }) => {
        if (standing === 'self' || trusted === null) return '/'
        return (
          <>
            <span className="number">{trusted.lastSeen === null ? t('profile.trust.never') : minuteOf(trusted.lastSeen)}</span>{' '}
            {trusted.missing > 0 && <span className="conflict-mark">{t('profile.trust.missing', { count: trusted.missing })}</span>}
          </>
        )
      },
    },
  ]
  const tools: Column<DeviceRow>[] =
    onEnd === null ? [] : [{ key: 'tools', title: t('profile.trust.tools'), render: (device) => <Tools device={device} onEnd={onEnd} /> }]
  return <DataTable label={t('profile.devices.listLabel')} columns={[...columns, ...tools]} rows={devices} keyOf={({ id }) => id} />
}

function Standing({ device: { standing, trusted } }: { readonly device: DeviceRow }) {
  const t = useWords()
  const ended = trusted !== null && trusted.state !== 'active'
  const until = trusted?.until.at(-1)
  return (
    <span className="marks">
      <span className="outcome">{t(`profile.devices.standing.${standing}`)}</span>
      {ended && <span className="conflict-mark">{t(`profile.trust.state.${trusted.state}`)}</span>}
      {ended && until !== undefined && <span className="quiet">{t('profile.trust.until', { seq: until.seq })}</span>}
    </span>
  )
}

function Tools({
  device: { name, standing, trusted },
  onEnd,
}: {
  readonly device: DeviceRow
  readonly onEnd: (device: TrustedDevice) => void
}) {
  const t = useWords()
  if (standing === 'self' || trusted?.state !== 'active') return null
  return (
    <Button size="small" data-action="revoke" aria-label={t('profile.trust.end.of', { name })} onClick={() => onEnd(trusted)}>
      {t('profile.trust.end.begin')}
    </Button>
  )
}
