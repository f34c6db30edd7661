import { useParams } from '@tanstack/react-router'
import { PaperScreen } from '../spot-check/paper/paper-screen'

export function PaperRoute() {
  const { id } = useParams({ from: '/paper/$id' })
  return <PaperScreen id={id} />
}
