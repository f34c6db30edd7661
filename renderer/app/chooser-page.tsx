import { useQuery } from '@tanstack/react-query'
import { useWords } from '../kernel/i18n'
import { Chooser } from '../profile/chooser'
import { openProfile } from './session'
import { useSettings } from './settings-context'

export function ChooserPage() {
  const t = useWords()
  const { runtime } = useSettings()
  const { data: profiles } = useQuery({
    queryKey: ['profiles'],
    queryFn: async () => {
      const answer = await window.bridge.shell('profiles.list', {})
      return answer.ok ? answer.value : []
    },
  })
  if (profiles === undefined) return null
  const note = runtime.fallback ? t('app.status.fallbackHint', { electron: runtime.electron ?? '' }) : null
  return <Chooser profiles={profiles} onOpen={openProfile} runtimeNote={note} />
}
