import { useNavigate, useSearch } from '@tanstack/react-router'
import { ReportScreen } from '../report/report-screen'
import { reportSearch } from '../report/report-search'
import { RecordLink } from './record-link'

export function ReportRoute() {
  const navigate = useNavigate()
  const search = reportSearch(useSearch({ strict: false }))
  return (
    <ReportScreen
      search={search}
      onSearch={(next) => void navigate({ to: '/report', search: next })}
      renderLink={(record) => <RecordLink record={record} />}
    />
  )
}
