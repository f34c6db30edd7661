import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { textAt } from '#shared/kernel/kind'
import type { RecordSummary } from '#shared/kernel/record-contract'
import { store } from './store'

type Named = Pick<RecordSummary, 'id' | 'kind' | 'no' | 'title'>

/** The way to a record of any kind. */
export function RecordLink({ record: { id, kind, no, title } }: { readonly record: Named }) {
  const name = <span className="mono">{no === '' ? title : no}</span>
  if (kind === 'enterprise')
    return (
      <Link to="/enterprises/$id" params={{ id }}>
        {name}
      </Link>
    )
  if (kind === 'aftercareCase')
    return (
      <Link to="/aftercare/$id" params={{ id }}>
        {name}
      </Link>
    )
  if (kind === 'randomDraw')
    return (
      <Link to="/draw/$id" params={{ id }}>
        {name}
      </Link>
    )
  if (kind === 'spotCheckTask')
    return (
      <Link to="/tasks/$id" params={{ id }}>
        {name}
      </Link>
    )
  if (kind === 'siteReport')
    return (
      <Link to="/site-reports/$id" params={{ id }}>
        {name}
      </Link>
    )
  if (kind === 'checkStep') return <CheckStepLink id={id}>{name}</CheckStepLink>
  if (kind === 'caseStep') return <CaseStepLink id={id}>{name}</CaseStepLink>
  return (
    <Link to="/spot-checks/$id" params={{ id }}>
      {name}
    </Link>
  )
}

/** A step has no page of its own: it is read and corrected on the page of its case. */
function CaseStepLink({ id, children }: { readonly id: string; readonly children: React.ReactNode }) {
  const { data: detail } = useQuery(store.ask('record.get', { id }))
  const aftercareCase = textAt(detail?.doc, 'case')
  if (aftercareCase === '') return children
  return (
    <Link to="/aftercare/$id" params={{ id: aftercareCase }}>
      {children}
    </Link>
  )
}

/** A step of a check is read on the page of its check. */
function CheckStepLink({ id, children }: { readonly id: string; readonly children: React.ReactNode }) {
  const { data: detail } = useQuery(store.ask('record.get', { id }))
  const check = textAt(detail?.doc, 'check')
  if (check === '') return children
  return (
    <Link to="/checks/$id" params={{ id: check }}>
      {children}
    </Link>
  )
}
