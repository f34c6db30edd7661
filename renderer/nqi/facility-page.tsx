import './nqi.css'
import { ClusterOutlined, PlusOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import type { OutputOf } from '#shared/kernel/contract'
import { textAt } from '#shared/kernel/kind'
import type { FacilitySummary, nqiContract } from '#shared/nqi/nqi-contract'
import { useRecordDrawer } from '../kernel/course/use-record-drawer'
import { type Column, DataTable } from '../kernel/data-table'
import { EmptyState } from '../kernel/empty-state'
import { useFieldText } from '../kernel/form/field-text'
import { useFieldWords } from '../kernel/form/form-frame'
import { useWords } from '../kernel/i18n'
import { Page, Panel } from '../kernel/page'
import { usePlaceName } from '../kernel/places'
import { ConflictMark, DemoMark, StatePill } from '../kernel/state-pill'
import { usePages } from '../kernel/use-pages'
import { FacilityTable } from './facility-table'
import { BenefitNote } from './nqi-controls'
import { facilityPlan, usePlan } from './nqi-plan'
import { NqiTotalsBar } from './nqi-totals'
import { store } from './store'
import { UsesPanel } from './uses-panel'

type Detail = NonNullable<OutputOf<(typeof nqiContract)['nqi.getFacility']>>

/** One platform, station or laboratory: what it offers, whom it helped, what waits for its answer. */
export function FacilityPage({ id }: { readonly id: string }) {
  const { data: detail } = useQuery(store.ask('nqi.getFacility', { id }))
  if (detail === undefined) return null
  return detail === null ? <Missing /> : <Known detail={detail} />
}

function Known({ detail }: { readonly detail: Detail }) {
  const t = useWords()
  const placeName = usePlaceName()
  const { summary, doc, ever, referrals } = detail
  const { id, type, name, region, platform, closedOn, state, demo, conflict } = summary
  const title = (
    <>
      {name} <StatePill state={state} /> {conflict && <ConflictMark of={id} />} {demo && <DemoMark />}
    </>
  )
  const lead = (
    <>
      {t(`nqi.type.${type}`)} · {placeName(region)}
      {platform !== null && (
        <>
          {' · '}
          <Link to="/one-stop/$id" params={{ id: platform.id }}>
            {platform.name}
          </Link>
        </>
      )}
      {closedOn !== '' && ` · ${t('nqi.closedOn', { on: closedOn })}`}
    </>
  )
  const lab = type === 'sharedLab'
  return (
    <Page screen="facility" wide title={title} lead={lead} actions={<Actions summary={summary} doc={doc} />}>
      <NqiTotalsBar label={t('nqi.everTotals')} did={ever} of={lab ? 'lab' : 'service'} />
      <p className="quiet totals-note">{t('nqi.basis')}</p>
      <Facts doc={doc} />
      {referrals.length > 0 && <Referrals referrals={referrals} waiting={summary.waiting} />}
      {type === 'platform' && <Stations platform={id} />}
      <Panel name="uses" title={t(lab ? 'nqi.use.ofLab' : 'nqi.use.ofPlace')}>
        <UsesPanel facility={id} />
      </Panel>
    </Page>
  )
}

function Actions({ summary: { id, type, isOpen }, doc }: { readonly summary: FacilitySummary; readonly doc: Detail['doc'] }) {
  const t = useWords()
  const place = useRecordDrawer({ plan: facilityPlan, title: t(`nqi.type.${type}`) })
  const station = useRecordDrawer({ plan: facilityPlan, title: t('nqi.type.station') })
  const use = useRecordDrawer({ plan: usePlan, title: t('nqi.use.name'), foot: <BenefitNote /> })
  const help = type === 'sharedLab' ? 'labUse' : 'service'
  return (
    <>
      {isOpen && (
        <Button
          type="primary"
          icon={<PlusOutlined />}
          data-action="new-use"
          onClick={() => void use.begin(store.call('nqi.newUse', { type: help, facility: id }))}
        >
          {t(`nqi.use.new.${help}`)}
        </Button>
      )}
      {type === 'platform' && isOpen && (
        <Button
          icon={<PlusOutlined />}
          data-action="new-station"
          onClick={() => void station.begin(store.call('nqi.newFacility', { type: 'station', platform: id }))}
        >
          {t('nqi.newOf', { name: t('nqi.type.station') })}
        </Button>
      )}
      <Button data-action="correct-facility" onClick={() => place.correct({ id, doc })}>
        {t('kernel.course.correct')}
      </Button>
      <Button danger data-action="void-facility" onClick={() => place.undo({ id, doc })}>
        {t('nqi.void')}
      </Button>
      {place.drawer}
      {station.drawer}
      {use.drawer}
    </>
  )
}

function Facts({ doc }: { readonly doc: Detail['doc'] }) {
  const t = useWords()
  const textOf = useFieldText(facilityPlan.words)
  const { label } = useFieldWords(facilityPlan.words)
  const elements = Array.isArray(doc['elements']) ? doc['elements'].map(String) : []
  const facts = facilityPlan.fields
    .filter(({ kind, key }) => !['platform', 'enterpriseId', 'elements'].includes(kind) && key !== 'name')
    .map((field) => ({ key: field.key, name: label(field), text: textOf(field, doc), span: field.span }))
    .filter(({ text }) => text !== '')
  return (
    <Panel name="facts" title={t('nqi.facts')}>
      <dl className="facts">
        <div className="fact" data-span="full">
          <dt>{t('nqi.place.field.elements')}</dt>
          <dd>
            {elements.map((one) => t(`nqi.use.choice.element.${one as 'metrology'}`)).join(t('kernel.course.and')) || t('kernel.none')}
          </dd>
        </div>
        {facts.map(({ key, name, text, span }) => (
          <div key={key} className="fact" data-span={span}>
            <dt>{name}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      {textAt(doc, 'enterpriseId') !== '' && (
        <Link to="/enterprises/$id" params={{ id: textAt(doc, 'enterpriseId') }}>
          {t('nqi.toEnterprise')}
        </Link>
      )}
    </Panel>
  )
}

interface ReferralsProps {
  readonly referrals: Detail['referrals']
  readonly waiting: number
}

/** Problems of visits that were sent here: those that wait for an answer first, each a way to its page. */
function Referrals({ referrals, waiting }: ReferralsProps) {
  const t = useWords()
  const columns: Column<Detail['referrals'][number]>[] = [
    { key: 'on', title: t('nqi.referral.on'), render: ({ on }) => <span className="number">{on}</span> },
    { key: 'enterprise', title: t('nqi.use.field.enterprise'), wrap: true, render: ({ enterprise }) => enterprise },
    {
      key: 'what',
      title: t('nqi.referral.what'),
      grow: true,
      render: ({ problem, description, question }) => (
        <>
          <Link to="/problems/$id" params={{ id: problem }}>
            {description}
          </Link>
          <div className="quiet">{question}</div>
        </>
      ),
    },
    { key: 'at', title: t('nqi.use.where'), wrap: true, render: ({ facility }) => facility },
    {
      key: 'state',
      title: t('nqi.referral.state'),
      render: ({ waiting: waits }) => <span data-overdue={waits}>{t(waits ? 'nqi.referral.waiting' : 'nqi.referral.answered')}</span>,
    },
  ]
  return (
    <Panel
      name="referrals"
      title={t('nqi.referral.title', { n: waiting })}
      extra={
        <Link to="/problems" search={{ show: 'waiting' }}>
          {t('nqi.referral.all')}
        </Link>
      }
    >
      <DataTable
        label={t('nqi.referral.label')}
        columns={columns}
        rows={referrals}
        keyOf={({ problem, on, facility }) => `${problem} ${on} ${facility}`}
      />
    </Panel>
  )
}

function Stations({ platform }: { readonly platform: string }) {
  const t = useWords()
  const { pages } = usePages((from) => store.ask('nqi.listFacilities', { type: 'station', platform, show: 'all', limit: 200, ...from }))
  const rows = pages.flatMap(({ items }) => items)
  return (
    <Panel name="stations" title={t('nqi.stationsOf', { n: rows.length })}>
      {rows.length === 0 ? <p className="quiet">{t('nqi.emptyText.station')}</p> : <FacilityTable type="station" rows={rows} />}
    </Panel>
  )
}

function Missing() {
  const t = useWords()
  return (
    <Page screen="facility-missing" title={t('nqi.missing')}>
      <EmptyState icon={<ClusterOutlined />} title={t('nqi.missing')} action={<Link to="/one-stop">{t('nqi.toList')}</Link>}>
        {t('nqi.missingText')}
      </EmptyState>
    </Page>
  )
}
