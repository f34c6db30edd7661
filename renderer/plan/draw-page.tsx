import './plan.css'
import { DeploymentUnitOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import type { RecordDetail } from '#shared/kernel/record-contract'
import { type RandomDraw, randomDrawKind } from '#shared/plan/random-draw'
import { type Column, DataTable } from '../kernel/data-table'
import { Conflicts } from '../kernel/document/document-view'
import { EmptyState } from '../kernel/empty-state'
import { useWords } from '../kernel/i18n'
import { Page, Panel } from '../kernel/page'
import { usePlaceName } from '../kernel/places'
import { ConflictMark, DemoMark, StatePill } from '../kernel/state-pill'
import { DrawActions } from './draw-actions'
import { DrawEvidence, PeopleDrawn } from './draw-evidence'
import { store } from './store'
import { VerifyDraw } from './verify-draw'

/** One draw: who goes where, how it came about, and the proof that it comes out again. */
export function DrawPage({ id }: { readonly id: string }) {
  const { data: detail } = useQuery(store.ask('record.get', { id }))
  if (detail === undefined) return null
  const doc = detail === null ? null : randomDrawKind.schema.safeParse(detail.doc).data
  return detail === null || doc === null || doc === undefined ? <NoDraw /> : <Draw detail={detail} doc={doc} />
}

function NoDraw() {
  const t = useWords()
  const action = (
    <Link to="/draw">
      <Button tabIndex={-1}>{t('plan.draw.back')}</Button>
    </Link>
  )
  return (
    <Page screen="no-draw" title={t('plan.draw.title')}>
      <EmptyState icon={<DeploymentUnitOutlined />} title={t('plan.draw.missing')} action={action}>
        {t('plan.draw.missingText')}
      </EmptyState>
    </Page>
  )
}

interface DrawProps {
  readonly detail: RecordDetail
  readonly doc: RandomDraw
}

function Draw({ detail, doc }: DrawProps) {
  const t = useWords()
  return (
    <Page
      screen="draw"
      wide
      title={
        <>
          <span className="mono">{doc.no}</span> <StatePill state={detail.state} /> {detail.demo && <DemoMark />}{' '}
          {detail.conflicts.length > 0 && <ConflictMark of={detail.id} />}
        </>
      }
      lead={doc.title}
      actions={<DrawActions id={detail.id} doc={doc} state={detail.state} />}
    >
      <Conflicts detail={detail} />
      <div className="plan-columns">
        <div>
          <Panel title={t('plan.draw.result')} name="result" extra={<VerifyDraw id={detail.id} />}>
            <Result doc={doc} />
          </Panel>
          <PeopleDrawn doc={doc} />
        </div>
        <DrawEvidence doc={doc} />
      </div>
    </Page>
  )
}

type Pick = RandomDraw['enterprises']['picks'][number] & { readonly place: number }

function Result({ doc }: { readonly doc: RandomDraw }) {
  const t = useWords()
  const placeName = usePlaceName()
  const columns: Column<Pick>[] = [
    { key: 'no', title: t('plan.draw.rows.no'), align: 'right', render: ({ place }) => <span className="number">{place}</span> },
    {
      key: 'name',
      title: t('plan.draw.rows.name'),
      grow: true,
      render: ({ name, enterpriseId }) =>
        enterpriseId === undefined ? (
          name
        ) : (
          <Link to="/enterprises/$id" params={{ id: enterpriseId }}>
            {name}
          </Link>
        ),
    },
    { key: 'uscc', title: t('plan.draw.rows.uscc'), render: ({ uscc }) => <span className="mono">{uscc ?? '/'}</span> },
    { key: 'region', title: t('plan.draw.rows.region'), render: ({ region }) => (region === undefined ? '/' : placeName(region)) },
    {
      key: 'samplers',
      title: t('plan.draw.rows.samplers'),
      render: ({ samplers }) => samplers.map(({ name }) => name).join(' / '),
    },
  ]
  const rows = doc.enterprises.picks.map((pick, index) => ({ ...pick, place: index + 1 }))
  return <DataTable label={t('plan.draw.resultLabel')} columns={columns} rows={rows} keyOf={({ id }) => id} />
}
