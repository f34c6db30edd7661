import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { clockTime } from '../kernel/format'
import { useWords } from '../kernel/i18n'
import { useWorkState, type WorkState } from '../kernel/work-state'
import { useSettings } from './settings-context'
import { store } from './store'

/** Always says where the work is: saved or not, waiting, on its way, returned. */
export function StatusBar() {
  const t = useWords()
  const { runtime } = useSettings()
  const { data: info } = useQuery(store.ask('profile.info', {}))
  const { data: sync } = useQuery(store.ask('sync.status', {}))
  return (
    <footer className="status-bar">
      <Saved />
      {info !== undefined && sync !== undefined && <Counts counts={{ ...info.counts, toPack: sync.toPack }} />}
      {runtime.fallback && (
        <span className="status-runtime" title={t('app.status.fallbackHint', { electron: runtime.electron ?? '' })}>
          {t('app.status.fallback')}
        </span>
      )}
    </footer>
  )
}

interface CountsProps {
  readonly counts: { readonly draft: number; readonly toPack: number; readonly packed: number; readonly returned: number }
}

function Counts({ counts: { draft, toPack, packed, returned } }: CountsProps) {
  const t = useWords()
  return (
    <>
      {draft > 0 && <Link to="/">{t('app.status.draft', { n: draft })}</Link>}
      <Link to="/sync">{t('app.status.toPack', { n: toPack })}</Link>
      {packed > 0 && <Link to="/sync">{t('app.status.packed', { n: packed })}</Link>}
      {returned > 0 && (
        <Link to="/spot-checks" search={{ state: 'returned' }} className="status-returned">
          {t('app.status.returned', { n: returned })}
        </Link>
      )}
    </>
  )
}

function Saved() {
  const t = useWords()
  const work = useWorkState()
  return (
    <span className="status-saved" data-saved={work.is}>
      {wordsOf(t, work)}
    </span>
  )
}

function wordsOf(t: ReturnType<typeof useWords>, work: WorkState): string {
  switch (work.is) {
    case 'saved':
      return t('app.status.saved', { time: clockTime(work.at) })
    case 'refused':
      return t('app.status.refused', { reason: work.reason })
    case 'saving':
      return t('app.status.saving')
    case 'idle':
      return t('app.status.idle')
  }
}
