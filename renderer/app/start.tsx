import { createRoot } from 'react-dom/client'
import { startWords } from '../kernel/i18n'
import { followTheStore } from '../kernel/query-client'
import { App } from './app'
import { resumeProfile } from './session'
import { words } from './words'

/** Language, profile, then the first picture. */
export async function start(): Promise<void> {
  followTheStore()
  const [answer, districts] = await Promise.all([
    window.bridge.shell('settings.get', {}),
    window.bridge.shell('districts.list', {}),
    resumeProfile(),
  ])
  if (!answer.ok) throw new Error('no settings')
  await startWords(answer.value.language, words)
  const root = document.getElementById('root')
  if (root === null) throw new Error('no root')
  createRoot(root).render(<App settings={answer.value} places={districts.ok ? districts.value : []} />)
  requestIdleCallback(fetchScreens, { timeout: 2000 })
}

/** Once the first picture stands, the screens wanted next are made ready. */
function fetchScreens(): void {
  void import('./sheet-route')
  void import('./screens')
}
