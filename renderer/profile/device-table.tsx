import type { KnownDevice } from '#shared/profile/profile-contract'
import { type Column, DataTable } from '../kernel/data-table'
import { dayOf } from '../kernel/format'
import { useWords } from '../kernel/i18n'
import { usePlaceName } from '../kernel/places'

export function DeviceTable({ devices }: { readonly devices: readonly KnownDevice[] }) {
  const t = useWords()
  const placeName = usePlaceName()
  const columns: Column<KnownDevice>[] = [
    { key: 'name', title: t('profile.devices.column.name'), render: ({ name }) => <strong>{name}</strong> },
    { key: 'role', title: t('profile.devices.column.role'), render: ({ role }) => t(`profile.role.${role}`) },
    { key: 'org', title: t('profile.devices.column.org'), grow: true, render: ({ org }) => org },
    { key: 'region', title: t('profile.devices.column.region'), render: ({ region }) => placeName(region) },
    {
      key: 'fingerprint',
      title: t('profile.devices.column.fingerprint'),
      render: ({ fingerprint }) => <span className="mono">{fingerprint.digits}</span>,
    },
    {
      key: 'standing',
      title: t('profile.devices.column.standing'),
      render: ({ standing }) => <span className="outcome">{t(`profile.devices.standing.${standing}`)}</span>,
    },
    { key: 'since', title: t('profile.devices.column.since'), render: ({ since }) => <span className="number">{dayOf(since)}</span> },
  ]
  return <DataTable label={t('profile.devices.listLabel')} columns={columns} rows={devices} keyOf={({ id }) => id} />
}
