import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { AftercareCase } from '#shared/aftercare/aftercare-case'
import type { CaseVerdict } from '#shared/aftercare/final-verdict'
import { textAt } from '#shared/kernel/kind'
import { type Column, DataTable } from '../kernel/data-table'
import { useWords } from '../kernel/i18n'
import { Panel } from '../kernel/page'

export type Doc = Readonly<Record<string, unknown>>

type Failed = AftercareCase['failed'][number]

/** What had failed when the case was opened. */
export const failedOf = (doc: Doc): readonly Failed[] => AftercareCase.shape.failed.safeParse(doc['failed']).data ?? []

const parties = ['sampledParty', 'labelledProducer'] as const

interface HeadProps {
  readonly doc: Doc
  readonly verdict: CaseVerdict
}

/** The batch, the parties and the verdicts that the whole case rests on. */
export function CaseHead({ doc, verdict }: HeadProps) {
  const t = useWords()
  const contactOf = (party: string): string => ['contact', 'phone', 'address'].flatMap((name) => textAt(doc, party, name) || []).join(' ')
  const facts: readonly (readonly [string, ReactNode])[] = [
    ...parties.map(
      (party) =>
        [
          t(`aftercare.head.${party}`),
          <span key={party}>
            {textAt(doc, party, 'name')} <span className="quiet">{contactOf(party)}</span>
          </span>,
        ] as const,
    ),
    [t('aftercare.head.platform'), textAt(doc, 'platform')],
    [t('aftercare.head.product'), productOf(doc)],
    [t('aftercare.head.lotNo'), [textAt(doc, 'product', 'lotNo'), textAt(doc, 'product', 'producedOn')].filter(Boolean).join(' / ')],
    [t('aftercare.head.stage'), t(`aftercare.head.stages.${textAt(doc, 'stage') as 'production'}`)],
    [
      t('aftercare.head.sheet'),
      <Link key="sheet" to="/spot-checks/$id" params={{ id: textAt(doc, 'sheet') }} className="mono">
        {textAt(doc, 'sheetNo')}
      </Link>,
    ],
    [t('aftercare.head.reportNo'), textAt(doc, 'reportNo')],
    [t('aftercare.head.firstLab'), textAt(doc, 'firstLab')],
    [
      t('aftercare.head.openedOn'),
      <span className="number" key="on">
        {textAt(doc, 'openedOn')}
      </span>,
    ],
    [t('aftercare.head.backupSample'), t(doc['backupSample'] === true ? 'aftercare.head.yes' : 'aftercare.head.no')],
  ]
  return (
    <Panel name="head" title={t('aftercare.head.title')} extra={<Verdicts verdict={verdict} />}>
      <dl className="facts case-facts">
        {facts
          .filter(([, said]) => said !== '')
          .map(([name, said]) => (
            <div key={name} className="fact">
              <dt>{name}</dt>
              <dd>{said}</dd>
            </div>
          ))}
      </dl>
      <FailedItems doc={doc} />
    </Panel>
  )
}

const productOf = (doc: Doc): string => ['name', 'model', 'trademark'].flatMap((name) => textAt(doc, 'product', name) || []).join(' ')

/** The first conclusion stays in sight; a retest's (or its withdrawal) stands beside it and is the one that counts. */
function Verdicts({ verdict: { first, final, by } }: { readonly verdict: CaseVerdict }) {
  const t = useWords()
  return (
    <div className="case-verdicts">
      <Verdict which="first" name={t('aftercare.head.first')} verdict={first} past={final !== first} />
      {by !== 'firstTest' && <Verdict which="final" name={t(`aftercare.head.by.${by}`)} verdict={final} past={false} />}
    </div>
  )
}

interface VerdictProps {
  readonly which: 'first' | 'final'
  readonly name: string
  readonly verdict: string
  readonly past: boolean
}

function Verdict({ which, name, verdict, past }: VerdictProps) {
  const t = useWords()
  return (
    <span data-verdict-of={which}>
      <span className="quiet">{name}</span>{' '}
      <span className="case-verdict" data-verdict={verdict} data-past={past || undefined}>
        {t(`aftercare.choice.conclusion.${verdict as 'nonconforming'}`)}
      </span>
    </span>
  )
}

function FailedItems({ doc }: { readonly doc: Doc }) {
  const t = useWords()
  const columns: Column<Failed>[] = [
    { key: 'name', title: t('aftercare.head.item'), grow: true, render: ({ name }) => name },
    { key: 'limit', title: t('aftercare.head.limit'), render: ({ limit }) => limit },
    { key: 'result', title: t('aftercare.head.result'), render: ({ result }) => <strong>{result}</strong> },
  ]
  return (
    <div className="case-failed">
      <DataTable label={t('aftercare.head.failed')} columns={columns} rows={failedOf(doc)} keyOf={({ name }) => name} />
    </div>
  )
}
