import { Link } from '@tanstack/react-router'

/** A sheet's number as the link that opens it. */
export function SheetLink({ id, no }: { readonly id: string; readonly no: string }) {
  return (
    <Link to="/spot-checks/$id" params={{ id }} className="mono">
      {no === '' ? id.slice(0, 8) : no}
    </Link>
  )
}
