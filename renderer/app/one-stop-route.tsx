import { useSearch } from '@tanstack/react-router'
import { FacilityPage } from '../nqi/facility-page'
import { oneStopSearch } from '../nqi/nqi-views'
import { OneStopScreen } from '../nqi/one-stop-screen'
import { useRecordId } from './route-facts'

export const OneStopRoute = () => <OneStopScreen tab={oneStopSearch(useSearch({ strict: false })).tab ?? 'platforms'} />

export function FacilityRoute() {
  const id = useRecordId()
  return <FacilityPage key={id} id={id} />
}
