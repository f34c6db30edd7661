import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useWords } from '../kernel/i18n'
import { openStates, type View } from './lanes'
import { store } from './store'

interface TilesProps {
  readonly counts: Readonly<Record<string, number>>
  readonly show: View
}

/** Four numbers; each opens exactly what it counts. */
export function CaseTiles({ counts, show }: TilesProps) {
  const t = useWords()
  const { data: due } = useQuery(store.ask('aftercare.listDue', { standing: 'all', limit: 1 }))
  const tiles = [
    { name: 'overdue', search: { show: 'overdue' }, n: due?.overdue, isHere: show === 'overdue' },
    { name: 'week', search: { show: 'week' }, n: due?.dueThisWeek, isHere: show === 'week' },
    { name: 'open', search: {}, n: openStates.reduce((sum, state) => sum + (counts[state] ?? 0), 0), isHere: show === undefined },
    { name: 'closed', search: { show: 'closed' }, n: counts['closed'] ?? 0, isHere: show === 'closed' },
  ] as const
  return (
    <ul className="tiles" aria-label={t('aftercare.tiles')}>
      {tiles.map(({ name, search, n, isHere }) => (
        <li key={name}>
          <Link
            to="/aftercare"
            search={search}
            className="tile"
            data-tile={name}
            data-alarm={name === 'overdue' && (n ?? 0) > 0 ? true : undefined}
            data-here={isHere || undefined}
          >
            <span className="tile-number">{n ?? '–'}</span>
            <span className="tile-name">{t(`aftercare.tile.${name}`)}</span>
            <span className="quiet">{t(`aftercare.tileHint.${name}`)}</span>
          </Link>
        </li>
      ))}
    </ul>
  )
}
