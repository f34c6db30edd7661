import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { textAt } from '#shared/kernel/kind'
import type { RecordSummary } from '#shared/kernel/record-contract'
import { pageOf } from './record-pages'
import { store } from './store'

type Named = Pick<RecordSummary, 'id' | 'kind' | 'no' | 'title'>

/** The way to a record of any kind; without one, its name alone. */
export function RecordLink({ record: { id, kind, no, title } }: { readonly record: Named }) {
  const { to, field, list } = pageOf(kind)
  const { data: detail } = useQuery({ ...store.ask('record.get', { id }), enabled: field !== null })
  const at = field === null ? id : textAt(detail?.doc, field)
  const name = <span className="mono">{no === '' ? title : no}</span>
  if (at === '') return list === undefined || detail === undefined ? name : <Link to={list}>{name}</Link>
  return (
    <Link to={to} params={{ id: at }}>
      {name}
    </Link>
  )
}
