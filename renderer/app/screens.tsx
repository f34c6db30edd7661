import { useQuery } from '@tanstack/react-query'
import { textAt } from '#shared/kernel/kind'
import { EnterpriseList } from '../enterprise/enterprise-list'
import { EnterprisePage } from '../enterprise/enterprise-page'
import { DevicesScreen } from '../profile/devices-screen'
import { SettingsScreen } from '../profile/settings-screen'
import { ReferenceScreen } from '../reference/reference-screen'
import { CheckList } from '../spot-check/check-list'
import { useNewSheet } from '../spot-check/fresh-sheets'
import { SheetList } from '../spot-check/sheet-list'
import { SheetsAbout } from '../spot-check/sheets-about'
import { ImportScreen } from '../sync/import-screen'
import { SyncScreen } from '../sync/sync-screen'
import { RecordLink } from './record-link'
import { RecordTable } from './record-table'
import { useRecordId, useSheetSearch } from './route-facts'
import { leaveProfile } from './session'
import { useSettings } from './settings-context'
import { store } from './store'

export function SheetsRoute() {
  const { state, check } = useSheetSearch()
  return check === undefined ? <SheetList key={state ?? ''} initial={{ state }} /> : <CheckList key={check} state={check} />
}

export const EnterprisesRoute = () => <EnterpriseList />

export function EnterpriseRoute() {
  const id = useRecordId()
  const newSheet = useNewSheet()
  const { data: detail } = useQuery(store.ask('record.get', { id }))
  const about = textAt(detail?.doc, 'uscc') || textAt(detail?.doc, 'name')
  return <EnterprisePage key={id} id={id} sheets={<SheetsAbout words={about} />} onNewSheet={() => void newSheet({ enterpriseId: id })} />
}

export const SyncRoute = () => <SyncScreen renderRecords={(records) => <RecordTable records={records} />} />

export const ImportRoute = () => <ImportScreen renderLink={(record) => <RecordLink record={record} />} />

export const DevicesRoute = () => <DevicesScreen />

export const ReferenceRoute = () => <ReferenceScreen />

export const SettingsRoute = () => <SettingsScreen settings={useSettings()} onLeave={() => void leaveProfile()} />
