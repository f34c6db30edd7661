import { Link } from '@tanstack/react-router'
import type { RecordSummary } from '#shared/kernel/record-contract'

type Named = Pick<RecordSummary, 'id' | 'kind' | 'no' | 'title'>

/** The way to a record of any kind. */
export function RecordLink({ record: { id, kind, no, title } }: { readonly record: Named }) {
  const name = no === '' ? title : no
  return kind === 'enterprise' ? (
    <Link to="/enterprises/$id" params={{ id }}>
      <span className="mono">{name}</span>
    </Link>
  ) : (
    <Link to="/spot-checks/$id" params={{ id }}>
      <span className="mono">{name}</span>
    </Link>
  )
}
