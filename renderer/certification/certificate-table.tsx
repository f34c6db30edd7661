import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import type { CertificateSummary } from '#shared/certification/certification-contract'
import type { Known } from '../kernel/course/use-record-drawer'
import { type Column, DataTable } from '../kernel/data-table'
import { useFeedback } from '../kernel/feedback'
import { useWords } from '../kernel/i18n'
import { records } from '../kernel/record-store'
import { DemoMark } from '../kernel/state-pill'
import { useKindName } from './case-marks'

export interface CertificateTools {
  readonly correct: (record: Known) => void
  readonly undo: (record: Known) => void
}

interface TableProps {
  readonly rows: readonly CertificateSummary[]
  readonly tools: CertificateTools
  /** On the page of a case neither the case nor its enterprise is said again. */
  readonly inCase?: boolean
}

/** Certificates: number, until when, and whether somebody looked them up. */
export function CertificateTable({ rows, tools, inCase = false }: TableProps) {
  const t = useWords()
  const kindName = useKindName()
  const word = (name: 'number' | 'enterprise' | 'expires' | 'left' | 'status' | 'case' | 'tools'): string =>
    t(`certification.certificateList.${name}`)
  const own: Column<CertificateSummary>[] = [
    {
      key: 'number',
      title: word('number'),
      grow: true,
      wrap: true,
      render: ({ number, demo, certificationKind, body }) => (
        <>
          <span className="mono">{number}</span> {demo && <DemoMark />}
          <span className="quiet second-line">
            {kindName(certificationKind)} · {body}
          </span>
        </>
      ),
    },
  ]
  const elsewhere: Column<CertificateSummary>[] = [
    {
      key: 'enterprise',
      title: word('enterprise'),
      grow: true,
      wrap: true,
      render: ({ enterprise, enterpriseId }) => (
        <Link to="/enterprises/$id" params={{ id: enterpriseId }}>
          {enterprise}
        </Link>
      ),
    },
    { key: 'case', title: word('case'), render: (row) => <CaseOf row={row} /> },
  ]
  const standing: Column<CertificateSummary>[] = [
    { key: 'expires', title: word('expires'), render: ({ expiresOn }) => <span className="number">{expiresOn}</span> },
    { key: 'left', title: word('left'), render: (row) => <DaysLeft row={row} /> },
    { key: 'status', title: word('status'), render: (row) => <Standing row={row} /> },
    { key: 'tools', title: word('tools'), render: (row) => <Tools row={row} tools={tools} /> },
  ]
  const columns = inCase ? [...own, ...standing] : [...own, ...elsewhere, ...standing]
  return <DataTable label={t('certification.certificates')} columns={columns} rows={rows} keyOf={({ id }) => id} />
}

function CaseOf({ row: { case: id, caseNo } }: { readonly row: CertificateSummary }) {
  if (id === '') return null
  return (
    <Link to="/certification/$id" params={{ id }} className="mono">
      {caseNo}
    </Link>
  )
}

function DaysLeft({ row: { daysLeft, expiring, status } }: { readonly row: CertificateSummary }) {
  const t = useWords()
  if (status !== 'valid' && status !== 'suspended') return <span className="quiet">–</span>
  const standing = daysLeft < 0 ? 'expired' : expiring ? 'expiring' : 'running'
  return (
    <span className="days-left number" data-left={standing}>
      {daysLeft < 0 ? t('certification.expired', { n: -daysLeft }) : t('certification.daysLeft', { n: daysLeft })}
    </span>
  )
}

function Standing({ row }: { readonly row: CertificateSummary }) {
  const t = useWords()
  return (
    <span className="marks">
      {t(`certification.choice.status.${row.status as 'valid'}`)} <Verification row={row} />
    </span>
  )
}

function Verification({ row: { verification } }: { readonly row: CertificateSummary }) {
  const t = useWords()
  return (
    <span className="verification" data-verification={verification}>
      {t(`certification.choice.verification.${verification as 'unverified'}`)}
    </span>
  )
}

/** A certificate is corrected as it stands in the store, not as the list shows it. */
function Tools({ row: { id, number }, tools }: { readonly row: CertificateSummary; readonly tools: CertificateTools }) {
  const t = useWords()
  const { refused } = useFeedback()
  const known = async (then: (record: Known) => void): Promise<void> => {
    const answer = await records.call('record.get', { id })
    if (!answer.ok) return refused(answer.problems)
    if (answer.value !== null) then({ id, doc: answer.value.doc })
  }
  return (
    <span className="row-buttons">
      <Button
        size="small"
        data-action="correct-certificate"
        aria-label={`${t('certification.correct')} ${number}`}
        onClick={() => void known(tools.correct)}
      >
        {t('certification.correct')}
      </Button>
      <Button
        size="small"
        danger
        data-action="void-certificate"
        aria-label={`${t('certification.void')} ${number}`}
        onClick={() => void known(tools.undo)}
      >
        {t('certification.void')}
      </Button>
    </span>
  )
}
