import { CoachScreen } from '../plan/coach-screen'
import { DrawPage } from '../plan/draw-page'
import { DrawScreen } from '../plan/draw-screen'
import { NewDraw } from '../plan/new-draw'
import { useDrawSearch, useRecordId } from './route-facts'

export const DrawsRoute = () => (useDrawSearch().new === true ? <NewDraw /> : <DrawScreen />)

export function DrawRoute() {
  const id = useRecordId()
  return <DrawPage key={id} id={id} />
}

export const CoachRoute = () => <CoachScreen />
