import { PaperScreen } from '../spot-check/paper/paper-screen'
import { useRecordId } from './route-facts'

export const PaperRoute = () => <PaperScreen id={useRecordId()} />
