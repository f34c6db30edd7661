import { useQuery } from '@tanstack/react-query'
import type { HeldCertificate, Portrait } from '#shared/enterprise/portrait-contract'
import { textAt } from '#shared/kernel/kind'
import { type Column, DataTable } from '../kernel/data-table'
import { useWords } from '../kernel/i18n'
import { Panel } from '../kernel/page'
import { usePlaceName } from '../kernel/places'
import { CertificateDays } from './certificate-days'
import type { Known } from './known-enterprise'
import { store } from './store'

const fields = [
  'noUsccReason',
  'region',
  'address',
  'legalRepresentative',
  'contact',
  'phone',
  'industry',
  'size',
  'employees',
  'leading',
  'mainProducts',
] as const
type FactName = (typeof fields)[number]

interface TabProps {
  readonly enterprise: Known
  readonly nameOfCertification: (kind: string) => string
}

/** What is counted and held: numbers as they are, never a rate of a few without how many. */
export function PortraitTab({ enterprise: { id, doc }, nameOfCertification }: TabProps) {
  const t = useWords()
  const { data: portrait } = useQuery(store.ask('enterprise.portrait', { id }))
  return (
    <>
      {portrait !== undefined && <Counts portrait={portrait} />}
      <div className="two-columns">
        <Panel name="facts" title={t('enterprise.facts')}>
          <Facts doc={doc} />
        </Panel>
        <div>
          <Panel name="certificates" title={t('enterprise.certificates')}>
            {portrait !== undefined && <Certificates items={portrait.certificates} nameOf={nameOfCertification} />}
          </Panel>
          <Panel name="agreement" title={t('enterprise.agreement')}>
            <p className="quiet">
              {portrait === undefined || portrait.agreement === null
                ? t('enterprise.noAgreement')
                : t('enterprise.agreementUntil', { no: portrait.agreement.no, day: portrait.agreement.validTo })}
            </p>
          </Panel>
        </div>
      </div>
    </>
  )
}

const yuan = (fen: number): string => (fen / 100).toLocaleString('zh-CN', { minimumFractionDigits: 0, maximumFractionDigits: 2 })

function Counts({ portrait }: { readonly portrait: Portrait }) {
  const t = useWords()
  const { checks, problems, cases } = portrait
  const tiles = [
    {
      name: 'visits',
      number: portrait.visits,
      note: portrait.lastVisit === null ? t('enterprise.never') : `${t('enterprise.lastVisit')} ${portrait.lastVisit}`,
    },
    { name: 'problems', number: `${String(problems.solved)} / ${String(problems.raised)}`, note: '' },
    { name: 'open', number: problems.open, note: '' },
    {
      name: 'checks',
      number: `${String(checks.passed)} / ${String(checks.concluded)}`,
      note:
        checks.running + checks.notSampled === 0
          ? ''
          : t('enterprise.checksMore', { running: checks.running, notSampled: checks.notSampled }),
    },
    { name: 'cases', number: cases.open, note: '' },
    { name: 'trained', number: `${String(portrait.trainedManagers)} / ${String(portrait.trainedWorkers)}`, note: '' },
    { name: 'benefit', number: yuan(portrait.benefitFen), note: '' },
    { name: 'services', number: portrait.nqiServices, note: '' },
    { name: 'complaints', number: portrait.complaints, note: '' },
    { name: 'honours', number: portrait.honours, note: '' },
  ] as const
  return (
    <ul className="tiles enterprise-tiles">
      {tiles.map(({ name, number, note }) => (
        <li key={name} className="tile" data-count={name}>
          <span className="tile-number">{number}</span>
          <span className="tile-name">{t(`enterprise.count.${name}`)}</span>
          {note !== '' && <span className="quiet">{note}</span>}
        </li>
      ))}
    </ul>
  )
}

function Facts({ doc }: { readonly doc: Known['doc'] }) {
  const t = useWords()
  const textOf = useFactText()
  return (
    <dl className="facts">
      {fields
        .map((name) => [name, textOf(name, doc)] as const)
        .filter(([, said]) => said !== '')
        .map(([name, said]) => (
          <div key={name} className="fact" data-span={name === 'address' || name === 'mainProducts' ? 'full' : 'half'}>
            <dt>{t(`enterprise.field.${name}`)}</dt>
            <dd>{said}</dd>
          </div>
        ))}
    </dl>
  )
}

function useFactText(): (name: FactName, doc: Known['doc']) => string {
  const t = useWords()
  const placeName = usePlaceName()
  return (name, doc) => {
    const value = doc[name]
    if (typeof value === 'number') return `${String(value)} ${t('enterprise.unit.persons')}`
    if (typeof value === 'boolean') return t(value ? 'kernel.form.yes' : 'kernel.form.no')
    const said = textAt(doc, name)
    if (said === '') return ''
    if (name === 'region') return placeName(said)
    return name === 'size' ? t(`enterprise.size.${said as 'large'}`) : said
  }
}

function Certificates({ items, nameOf }: { readonly items: readonly HeldCertificate[]; readonly nameOf: (kind: string) => string }) {
  const t = useWords()
  if (items.length === 0) return <p className="quiet">{t('enterprise.noCertificates')}</p>
  const columns: Column<HeldCertificate>[] = [
    {
      key: 'number',
      title: t('enterprise.certificate.number'),
      grow: true,
      render: ({ number }) => <span className="mono">{number}</span>,
    },
    { key: 'kind', title: t('enterprise.certificate.kind'), wrap: true, render: ({ kind }) => nameOf(kind) },
    { key: 'expires', title: t('enterprise.certificate.expires'), render: ({ expiresOn }) => <span className="number">{expiresOn}</span> },
    { key: 'left', title: t('enterprise.certificate.left'), align: 'right', render: ({ daysLeft }) => <CertificateDays left={daysLeft} /> },
  ]
  return <DataTable label={t('enterprise.certificates')} columns={columns} rows={items} keyOf={({ id }) => id} />
}
