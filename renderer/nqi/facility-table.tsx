import { Link } from '@tanstack/react-router'
import type { FacilitySummary } from '#shared/nqi/nqi-contract'
import { type Column, DataTable } from '../kernel/data-table'
import { useWords } from '../kernel/i18n'
import { usePlaceName } from '../kernel/places'
import { ConflictMark, DemoMark, StatePill } from '../kernel/state-pill'
import { exactYuan } from './money'

type Row = FacilitySummary

/** Platforms, stations or laboratories as rows, with what each did this year. */
export function FacilityTable({ type, rows }: { readonly type: Row['type']; readonly rows: readonly Row[] }) {
  const t = useWords()
  const columns = useColumns(type)
  return <DataTable label={t(`nqi.type.${type}`)} columns={columns} rows={rows} keyOf={({ id }) => id} />
}

function useColumns(type: Row['type']): Column<Row>[] {
  const t = useWords()
  const lab = type === 'sharedLab'
  return [
    { key: 'name', title: t('nqi.place.field.name'), grow: true, render: (row) => <Named row={row} /> },
    {
      key: 'elements',
      title: t(lab ? 'nqi.column.items' : 'nqi.column.elements'),
      wrap: true,
      render: ({ elements, items }) =>
        lab ? items : elements.map((one) => t(`nqi.use.choice.element.${one as 'metrology'}`)).join(t('kernel.course.and')),
    },
    ...(type === 'platform'
      ? [{ key: 'stations', title: t('nqi.column.stations'), align: 'right' as const, render: ({ stations }: Row) => stations }]
      : []),
    ...(lab
      ? []
      : [{ key: 'waiting', title: t('nqi.column.waiting'), align: 'right' as const, render: (row: Row) => <Waiting row={row} /> }]),
    {
      key: 'served',
      title: t('nqi.column.served'),
      align: 'right',
      render: ({ did }) => <span className="number">{lab ? did.labEnterprises : did.enterprises}</span>,
    },
    {
      key: 'done',
      title: t(lab ? 'nqi.column.uses' : 'nqi.column.solved'),
      align: 'right',
      render: ({ did }) => <span className="number">{lab ? did.labUses : did.solved}</span>,
    },
    {
      key: 'money',
      title: t(lab ? 'nqi.column.saved' : 'nqi.column.benefit'),
      align: 'right',
      render: ({ did }) => <span className="number">{exactYuan(lab ? did.savedFen : did.benefitFen)}</span>,
    },
    {
      key: 'state',
      title: t('nqi.state'),
      render: ({ id, state, demo, conflict }) => (
        <span className="marks">
          <StatePill state={state} /> {conflict && <ConflictMark of={id} />} {demo && <DemoMark />}
        </span>
      ),
    },
  ]
}

function Named({ row: { id, name, region, platform, enterprise, isOpen, openedOn, closedOn } }: { readonly row: Row }) {
  const t = useWords()
  const placeName = usePlaceName()
  return (
    <>
      <Link to="/one-stop/$id" params={{ id }}>
        {name}
      </Link>
      <div className="quiet">
        {[placeName(region), platform?.name, enterprise?.name].filter((part) => part !== undefined).join(' · ')}
        {!isOpen && <span> {closedOn === '' ? t('nqi.opensOn', { on: openedOn }) : t('nqi.closedOn', { on: closedOn })}</span>}
      </div>
    </>
  )
}

const Waiting = ({ row: { waiting } }: { readonly row: Row }) => (
  <span className="number" data-overdue={waiting > 0}>
    {waiting}
  </span>
)
