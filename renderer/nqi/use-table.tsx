import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import type { UseSummary } from '#shared/nqi/nqi-contract'
import type { useRecordDrawer } from '../kernel/course/use-record-drawer'
import { type Column, DataTable } from '../kernel/data-table'
import { useWords } from '../kernel/i18n'
import { ConflictMark, DemoMark, StatePill } from '../kernel/state-pill'
import { exactYuan } from './money'
import { store } from './store'

type Drawer = ReturnType<typeof useRecordDrawer>

/** Services and uses: what was asked, what has come of it, what it brought and whether that counts. */
export function UseTable({ rows, drawer }: { readonly rows: readonly UseSummary[]; readonly drawer: Drawer }) {
  const t = useWords()
  const columns: Column<UseSummary>[] = [
    {
      key: 'on',
      title: t('nqi.use.field.on'),
      render: ({ id, on, state, demo, conflict }) => (
        <>
          <span className="number">{on}</span>
          <div>
            <span className="marks">
              <StatePill state={state} /> {conflict && <ConflictMark of={id} />} {demo && <DemoMark />}
            </span>
          </div>
        </>
      ),
    },
    {
      key: 'where',
      title: t('nqi.use.where'),
      wrap: true,
      render: ({ facilityId, facility, type }) => (
        <>
          <Link to="/one-stop/$id" params={{ id: facilityId }}>
            {facility}
          </Link>
          <div className="quiet">{t(`nqi.use.type.${type}`)}</div>
        </>
      ),
    },
    {
      key: 'enterprise',
      title: t('nqi.use.field.enterprise'),
      wrap: true,
      render: ({ enterpriseId, enterprise }) => (
        <Link to="/enterprises/$id" params={{ id: enterpriseId }}>
          {enterprise}
        </Link>
      ),
    },
    {
      key: 'matter',
      title: t('nqi.use.what'),
      grow: true,
      render: ({ matter, answer, solvedOn }) => (
        <>
          {matter}
          {answer !== '' && <div className="quiet">{t('nqi.use.answered', { on: solvedOn, answer })}</div>}
        </>
      ),
    },
    { key: 'count', title: t('nqi.use.count'), align: 'right', render: (use) => <Count use={use} /> },
    { key: 'benefit', title: t('nqi.use.benefitColumn'), render: (use) => <BenefitOf use={use} /> },
    { key: 'tools', title: t('nqi.tools'), render: (use) => <Tools use={use} drawer={drawer} /> },
  ]
  return <DataTable label={t('nqi.use.label')} columns={columns} rows={rows} keyOf={({ id }) => id} />
}

function Count({ use: { type, problems, solved, uses } }: { readonly use: UseSummary }) {
  const t = useWords()
  return <span className="number">{type === 'labUse' ? t('nqi.use.times', { n: uses }) : `${String(solved)} / ${String(problems)}`}</span>
}

/** An amount that was not confirmed says so, and that it counts nothing. */
function BenefitOf({ use: { benefit } }: { readonly use: UseSummary }) {
  const t = useWords()
  if (benefit === null) return <span className="quiet">{t('kernel.none')}</span>
  const { fen, basis, confirmed, confirmedBy, confirmedOn } = benefit
  return (
    <span title={basis} data-benefit={confirmed ? 'confirmed' : 'unconfirmed'}>
      <span className="number">{t('nqi.benefit.yuan', { yuan: exactYuan(fen) })}</span>
      <div className="quiet">
        {confirmed ? t('nqi.benefit.confirmed', { by: confirmedBy, on: confirmedOn }) : t('nqi.benefit.unconfirmed')}
      </div>
    </span>
  )
}

function Tools({ use: { id, matter }, drawer }: { readonly use: UseSummary; readonly drawer: Drawer }) {
  const t = useWords()
  const withDoc = async (act: Drawer['correct']): Promise<void> => {
    const answer = await store.call('record.get', { id })
    if (answer.ok && answer.value !== null) act({ id, doc: answer.value.doc })
  }
  return (
    <span className="marks">
      <Button size="small" aria-label={t('nqi.correctOf', { name: matter })} onClick={() => void withDoc(drawer.correct)}>
        {t('kernel.course.correct')}
      </Button>
      <Button size="small" danger aria-label={t('nqi.voidOf', { name: matter })} onClick={() => void withDoc(drawer.undo)}>
        {t('nqi.void')}
      </Button>
    </span>
  )
}
