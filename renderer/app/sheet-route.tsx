import { PhotoWall } from '../attachment/photo-wall'
import { SheetScreen } from '../spot-check/sheet-screen'
import { afterVerdict } from './after-verdict'
import { useRecordId } from './route-facts'
import { useProfile } from './session'

export function SheetRoute() {
  const id = useRecordId()
  return <SheetScreen key={id} id={id} photos={PhotoWall} isSupervisor={useProfile()?.role === 'supervisor'} afterVerdict={afterVerdict} />
}
