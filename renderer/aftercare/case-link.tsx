import { Link } from '@tanstack/react-router'

export const CaseLink = ({ id, no }: { readonly id: string; readonly no: string }) => (
  <Link to="/aftercare/$id" params={{ id }} className="mono">
    {no}
  </Link>
)
