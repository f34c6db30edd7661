import './agreement.css'
import { FileProtectOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import type { OutputOf } from '#shared/kernel/contract'
import { textAt } from '#shared/kernel/kind'
import type { agreementContract } from '#shared/visit/agreement-contract'
import { RecordDrawer } from '../kernel/course/record-drawer'
import type { RecordWork } from '../kernel/course/record-plan'
import { useRecordDrawer } from '../kernel/course/use-record-drawer'
import { type Column, DataTable } from '../kernel/data-table'
import { EmptyState } from '../kernel/empty-state'
import { localDay } from '../kernel/format'
import { useWords } from '../kernel/i18n'
import { Page, Panel } from '../kernel/page'
import { usePlaceName } from '../kernel/places'
import { DemoMark, StatePill } from '../kernel/state-pill'
import { AgreementMarks } from './agreement-marks'
import { AgreementFoot, agreementPlan, endingPlan } from './agreement-plan'
import { agreements } from './agreement-store'

type Detail = NonNullable<OutputOf<(typeof agreementContract)['agreement.get']>>

/** One agreement: what was agreed, where it stands today, and the visits under it. */
export function AgreementPage({ id }: { readonly id: string }) {
  const { data: detail } = useQuery(agreements.ask('agreement.get', { id }))
  if (detail === undefined) return null
  return detail === null ? <Missing /> : <Known detail={detail} />
}

function Known({ detail: { summary, doc, visits } }: { readonly detail: Detail }) {
  const t = useWords()
  const name = t('agreement.name')
  const [ending, setEnding] = useState<RecordWork | null>(null)
  const drawer = useRecordDrawer({ plan: agreementPlan, title: name, foot: <AgreementFoot /> })
  const { id, no, enterprise, enterpriseId, status, state, demo } = summary
  const end = (): void =>
    setEnding({
      id,
      title: t('agreement.ending'),
      doc: { ...doc, endedOn: localDay(new Date()) },
      savedAt: null,
      reason: t('agreement.ending'),
    })
  const actions = (
    <>
      <Link to="/visits/new" search={{ enterprise: enterpriseId }}>
        <Button type="primary" tabIndex={-1}>
          {t('agreement.logVisit')}
        </Button>
      </Link>
      {(status === 'inForce' || status === 'upcoming') && textAt(doc, 'endedOn') === '' && (
        <Button data-action="end-agreement" onClick={end}>
          {t('agreement.end')}
        </Button>
      )}
      <Button data-action="correct-agreement" onClick={() => drawer.correct({ id, doc })}>
        {t('kernel.course.correct')}
      </Button>
      <Button danger data-action="void-agreement" onClick={() => drawer.undo({ id, doc })}>
        {t('agreement.void')}
      </Button>
    </>
  )
  const title = (
    <>
      <span className="mono">{no}</span> <StatePill state={state} /> {demo && <DemoMark />}
    </>
  )
  const lead = (
    <Link to="/enterprises/$id" params={{ id: enterpriseId }}>
      {enterprise}
    </Link>
  )
  return (
    <Page screen="agreement" wide title={title} lead={lead} actions={actions}>
      <Terms summary={summary} doc={doc} />
      <Visits visits={visits} />
      {drawer.drawer}
      {ending !== null && <RecordDrawer work={ending} plan={endingPlan} onClose={() => setEnding(null)} />}
    </Page>
  )
}

function Terms({ summary, doc }: Pick<Detail, 'summary' | 'doc'>) {
  const t = useWords()
  const placeName = usePlaceName()
  const { signedOn, validFrom, lastDay, intervalDays, doctors, region, visitBy } = summary
  const facts: readonly (readonly [string, string, 'half' | 'full' | undefined])[] = [
    [t('agreement.column.doctors'), doctors.join(t('kernel.course.and')), 'half'],
    [t('agreement.field.region'), placeName(region), 'half'],
    [t('agreement.field.signedOn'), signedOn, undefined],
    [t('agreement.column.term'), `${validFrom} – ${lastDay}`, undefined],
    [t('agreement.field.intervalDays'), t('agreement.every', { n: intervalDays }), undefined],
    [t('agreement.nextVisit'), visitBy ?? t('agreement.noneOwed'), undefined],
    [t('agreement.fee'), t('agreement.feeNone'), undefined],
    [t('agreement.field.confidentiality'), t(doc['confidentiality'] === true ? 'kernel.form.yes' : 'agreement.notSaid'), undefined],
    [t('agreement.field.scope'), textAt(doc, 'scope'), 'full'],
    [t('agreement.field.deliverables'), textAt(doc, 'deliverables'), 'full'],
    [t('agreement.field.endedOn'), textAt(doc, 'endedOn'), undefined],
    [t('agreement.field.endReason'), textAt(doc, 'endReason'), 'full'],
  ]
  return (
    <Panel name="terms" title={t('agreement.terms')} extra={<AgreementMarks agreement={summary} />}>
      <dl className="facts">
        {facts
          .filter(([, value]) => value !== '')
          .map(([label, value, span]) => (
            <div key={label} className="fact" data-span={span}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
    </Panel>
  )
}

function Visits({ visits }: Pick<Detail, 'visits'>) {
  const t = useWords()
  const columns: Column<Detail['visits'][number]>[] = [
    { key: 'on', title: t('agreement.visit.on'), render: ({ on }) => <span className="number">{on}</span> },
    {
      key: 'no',
      title: t('agreement.visit.no'),
      render: ({ id, no }) => (
        <Link to="/visits/$id" params={{ id }} className="mono">
          {no}
        </Link>
      ),
    },
    { key: 'doctors', title: t('agreement.visit.doctors'), grow: true, render: ({ doctors }) => doctors.join(t('kernel.course.and')) },
    { key: 'why', title: t('agreement.visit.why'), render: ({ named }) => t(named ? 'agreement.visit.named' : 'agreement.visit.byDoctor') },
  ]
  return (
    <Panel name="visits" title={t('agreement.visit.title', { n: visits.length })}>
      <p className="quiet">{t('agreement.visit.rule')}</p>
      {visits.length > 0 && <DataTable label={t('agreement.visit.label')} columns={columns} rows={visits} keyOf={({ id }) => id} />}
    </Panel>
  )
}

function Missing() {
  const t = useWords()
  const action = (
    <Link to="/teams" search={{ tab: 'agreements' }}>
      {t('agreement.toList')}
    </Link>
  )
  return (
    <Page screen="agreement-missing" title={t('agreement.missing')}>
      <EmptyState icon={<FileProtectOutlined />} title={t('agreement.missing')} action={action}>
        {t('agreement.missingText')}
      </EmptyState>
    </Page>
  )
}
