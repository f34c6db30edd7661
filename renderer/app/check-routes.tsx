import { useSearch } from '@tanstack/react-router'
import { PhotoWall } from '../attachment/photo-wall'
import { CheckPage } from '../spot-check/check-page'
import { ReportScreen } from '../spot-check/report-screen'
import { TaskList } from '../spot-check/task-list'
import { TaskScreen } from '../spot-check/task-screen'
import { afterVerdict } from './after-verdict'
import { stepSearch, useRecordId } from './route-facts'
import { useIsSupervisor } from './session'

export const TasksRoute = () => <TaskList />

export function TaskRoute() {
  const id = useRecordId()
  return <TaskScreen key={id} id={id} photos={PhotoWall} isSupervisor={useIsSupervisor()} />
}

export function CheckRoute() {
  const id = useRecordId()
  const { step } = stepSearch(useSearch({ strict: false }))
  return <CheckPage key={id} id={id} photos={PhotoWall} step={step} afterVerdict={afterVerdict} />
}

export function SiteReportRoute() {
  const id = useRecordId()
  return <ReportScreen key={id} id={id} photos={PhotoWall} isSupervisor={useIsSupervisor()} />
}
