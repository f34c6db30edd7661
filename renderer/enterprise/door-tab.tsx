import { PrinterOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import type { DoorCard, RecordRef } from '#shared/enterprise/portrait-contract'
import { textAt } from '#shared/kernel/kind'
import { useNameOf, useWords } from '../kernel/i18n'
import { CertificateDays } from './certificate-days'
import type { Known } from './known-enterprise'
import { store } from './store'

interface TabProps {
  readonly enterprise: Known
  readonly renderLink: (record: RecordRef) => ReactNode
  readonly nameOfCertification: (kind: string) => string
  /** What something promised is called: a prescription due, a certificate expiring. */
  readonly nameOfWork: (type: string) => string
}

type PartProps = Omit<TabProps, 'enterprise'> & { readonly card: DoorCard }

/** 登门卡: what to know before the next visit, on one screen; on paper by its button. */
export function DoorTab({ enterprise: { id, doc }, ...props }: TabProps) {
  const t = useWords()
  const navigate = useNavigate()
  const { data: card } = useQuery(store.ask('enterprise.doorCard', { id }))
  if (card === undefined) return null
  return (
    <section className="door" data-panel="door" aria-label={t('enterprise.door.title')}>
      <div className="door-head">
        <p>
          {t('enterprise.door.lead', { day: card.on })} {t('enterprise.door.contact')}: {textAt(doc, 'contact') || '/'}{' '}
          <span className="number">{textAt(doc, 'phone')}</span>
        </p>
        <Button icon={<PrinterOutlined />} data-action="print-door" onClick={() => void navigate({ to: '/papers/$id', params: { id } })}>
          {t('kernel.print')}
        </Button>
      </div>
      <div className="door-parts">
        <LastVisit card={card} {...props} />
        <Due card={card} {...props} />
        <Problems card={card} />
        <Failed card={card} {...props} />
        <Cases card={card} {...props} />
        <Certificates card={card} {...props} />
        <Complaints card={card} />
      </div>
    </section>
  )
}

/** A problem stands on a page of its own though it is no record. */
const ProblemLink = ({ id, said }: { readonly id: string; readonly said: string }) => (
  <Link to="/problems/$id" params={{ id }}>
    {said}
  </Link>
)

interface DoorPartProps {
  readonly name: string
  readonly title: string
  readonly none: string
  readonly children: readonly ReactNode[]
}

/** A part of the card: its lines, or plainly that there is nothing. */
function DoorPart({ name, title, none, children }: DoorPartProps) {
  return (
    <div className="door-part" data-door={name}>
      <h2>
        {title} <span className="quiet number">{children.length}</span>
      </h2>
      {children.length === 0 ? <p className="quiet">{none}</p> : <ul>{children}</ul>}
    </div>
  )
}

function LastVisit({ card: { lastVisit, controls, agreement }, renderLink }: PartProps) {
  const t = useWords()
  const said = (value: string): string => t(`enterprise.door.carried.${(value || 'unknown') as 'yes'}`)
  const { daily, weekly, monthly } = controls
  const lines =
    lastVisit === null
      ? []
      : [
          <li key="who">
            {renderLink(lastVisit.record)}{' '}
            {t('enterprise.door.who', { day: lastVisit.on, who: lastVisit.who.join(t('enterprise.door.join')) })}
          </li>,
          ...(lastVisit.summary === '' ? [] : [<li key="summary">{lastVisit.summary}</li>]),
          <li key="controls">{t('enterprise.door.controls', { daily: said(daily), weekly: said(weekly), monthly: said(monthly) })}</li>,
        ]
  const promised =
    agreement === null ? [] : [<li key="agreement">{t('enterprise.agreementUntil', { no: agreement.no, day: agreement.validTo })}</li>]
  return (
    <DoorPart name="last" title={t('enterprise.door.last')} none={t('enterprise.never')}>
      {[...lines, ...promised]}
    </DoorPart>
  )
}

function Due({ card: { due }, renderLink, nameOfWork }: PartProps) {
  const t = useWords()
  return (
    <DoorPart name="due" title={t('enterprise.door.due')} none={t('enterprise.door.nothingDue')}>
      {due.map(({ type, id, opens, matter, due: day, daysLeft }) => (
        <li key={`${type} ${id} ${day}`}>
          <span className="standing">{nameOfWork(type)}</span>{' '}
          {opens === 'problem' ? <ProblemLink id={id} said={matter} /> : renderLink({ id, kind: opens, no: '', title: matter })}{' '}
          <span className={daysLeft < 0 ? 'credit-minus' : 'days-soon'}>
            {daysLeft < 0 ? t('enterprise.door.overdue', { n: -daysLeft }) : t('enterprise.door.dueOn', { day })}
          </span>
        </li>
      ))}
    </DoorPart>
  )
}

function Problems({ card: { problems } }: Pick<PartProps, 'card'>) {
  const t = useWords()
  const nameOf = useNameOf()
  return (
    <DoorPart name="problems" title={t('enterprise.door.problems')} none={t('enterprise.door.noProblems')}>
      {problems.map(({ id, description, measure, owner, due, said }) => (
        <li key={id}>
          <ProblemLink id={id} said={description} /> <span className="standing">{nameOf(said)}</span>
          {measure !== '' && (
            <div className="quiet">
              {measure} {owner !== '' && t('enterprise.door.owner', { owner })} {due !== null && t('enterprise.door.dueOn', { day: due })}
            </div>
          )}
        </li>
      ))}
    </DoorPart>
  )
}

function Failed({ card: { failed }, renderLink }: PartProps) {
  const t = useWords()
  return (
    <DoorPart name="failed" title={t('enterprise.door.failed')} none={t('enterprise.door.noFailed')}>
      {failed.map(({ record, on, product, items, serious }) => (
        <li key={record.id}>
          <span className="number">{on}</span> {renderLink(record)} {product}{' '}
          {serious && <span className="credit-minus">{t('enterprise.door.serious')}</span>}
          <div className="quiet">{items.join('; ')}</div>
        </li>
      ))}
    </DoorPart>
  )
}

function Cases({ card: { cases }, renderLink }: PartProps) {
  const t = useWords()
  const nameOf = useNameOf()
  return (
    <DoorPart name="cases" title={t('enterprise.door.cases')} none={t('enterprise.door.noCases')}>
      {cases.map(({ record, said }) => (
        <li key={record.id}>
          {renderLink(record)} <span className="standing">{nameOf(said)}</span>
        </li>
      ))}
    </DoorPart>
  )
}

function Certificates({ card: { certificates }, nameOfCertification }: PartProps) {
  const t = useWords()
  return (
    <DoorPart name="certificates" title={t('enterprise.door.certificates')} none={t('enterprise.door.noCertificates')}>
      {certificates.map(({ id, number, kind, expiresOn, daysLeft }) => (
        <li key={id}>
          {nameOfCertification(kind)} <span className="mono">{number}</span> <span className="number">{expiresOn}</span>{' '}
          <CertificateDays left={daysLeft} />
        </li>
      ))}
    </DoorPart>
  )
}

function Complaints({ card: { complaints } }: Pick<PartProps, 'card'>) {
  const t = useWords()
  return (
    <DoorPart name="complaints" title={t('enterprise.door.complaints')} none={t('enterprise.door.noComplaints')}>
      {complaints.map(({ record, on, said }) => (
        <li key={record.id}>
          <span className="number">{on}</span> {said}
        </li>
      ))}
    </DoorPart>
  )
}
