import { EnterpriseList } from '../enterprise/enterprise-list'
import { DevicesScreen } from '../profile/devices-screen'
import { SettingsScreen } from '../profile/settings-screen'
import { ReferenceScreen } from '../reference/reference-screen'
import { CheckList } from '../spot-check/check-list'
import { SheetList } from '../spot-check/sheet-list'
import { useSheetSearch } from './route-facts'
import { leaveProfile } from './session'
import { useSettings } from './settings-context'

export function SheetsRoute() {
  const { state, check } = useSheetSearch()
  return check === undefined ? <SheetList key={state ?? ''} initial={{ state }} /> : <CheckList key={check} state={check} />
}

export const EnterprisesRoute = () => <EnterpriseList />

export const DevicesRoute = () => <DevicesScreen />

export const ReferenceRoute = () => <ReferenceScreen />

export const SettingsRoute = () => <SettingsScreen settings={useSettings()} onLeave={() => void leaveProfile()} />
