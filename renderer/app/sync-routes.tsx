import { useNavigate, useSearch } from '@tanstack/react-router'
import type { RecordSummary } from '#shared/kernel/record-contract'
import { AsideScreen } from '../sync/aside-screen'
import { ConflictPage } from '../sync/conflict-page'
import { ConflictScreen } from '../sync/conflict-screen'
import { ImportScreen } from '../sync/import-screen'
import { MissingFilesScreen } from '../sync/missing-files-screen'
import { SyncScreen } from '../sync/sync-screen'
import { WhereScreen } from '../sync/where-screen'
import { whereSearch } from '../sync/where-search'
import { kindFields } from './field-plans'
import { RecordLink } from './record-link'
import { useRecordTitle } from './record-name'
import { useRecordId } from './route-facts'
import { useIsSupervisor } from './session'

const renderLink = (record: RecordSummary) => <RecordLink record={record} />

export const SyncRoute = () => <SyncScreen isSupervisor={useIsSupervisor()} />

export const ImportRoute = () => <ImportScreen isSupervisor={useIsSupervisor()} renderLink={renderLink} />

export function WhereRoute() {
  const navigate = useNavigate()
  const titleOf = useRecordTitle()
  const shown = whereSearch(useSearch({ strict: false }))
  return (
    <WhereScreen
      shown={shown}
      onShow={(search) => void navigate({ to: '/where', search, replace: true })}
      titleOf={titleOf}
      renderLink={renderLink}
    />
  )
}

export const AsideRoute = () => <AsideScreen renderLink={renderLink} />

export const MissingFilesRoute = () => <MissingFilesScreen titleOf={useRecordTitle()} renderLink={renderLink} />

export const ConflictsRoute = () => <ConflictScreen titleOf={useRecordTitle()} />

export function ConflictRoute() {
  const id = useRecordId()
  return (
    <ConflictPage
      key={id}
      id={id}
      isSupervisor={useIsSupervisor()}
      fieldsOf={kindFields}
      titleOf={useRecordTitle()}
      renderLink={renderLink}
    />
  )
}
