import { useParams } from '@tanstack/react-router'
import { PhotoWall } from '../attachment/photo-wall'
import { SheetScreen } from '../spot-check/sheet-screen'
import { useProfile } from './session'

export function SheetRoute() {
  const { id } = useParams({ from: '/shell/spot-checks/$id' })
  return <SheetScreen key={id} id={id} photos={PhotoWall} isSupervisor={useProfile()?.role === 'supervisor'} />
}
