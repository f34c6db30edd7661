import { Link } from '@tanstack/react-router'
import { Place } from '#shared/sync/centre-contract'
import { useWords } from '../kernel/i18n'
import type { Centre } from './next-move'

const sum = (counts: Readonly<Record<string, number>>): number => Object.values(counts).reduce((all, n) => all + n, 0)

/** Where the records are, and what needs somebody; every number opens its list. */
export function PlaceTiles({ centre }: { readonly centre: Centre }) {
  const t = useWords()
  const more = [
    { name: 'conflicts', n: centre.conflicts, to: '/conflicts' },
    { name: 'aside', n: sum(centre.aside), to: '/aside' },
    { name: 'filesMissing', n: centre.filesMissing, to: '/missing-files' },
  ] as const
  return (
    <ul className="tiles sync-tiles" aria-label={t('sync.centre.where.title')}>
      {Place.options.map((place) => (
        <li key={place}>
          <Link to="/where" search={{ place }} className="tile" data-tile={place} data-amount={centre.records[place] ?? 0}>
            <span className="tile-number">{centre.records[place] ?? 0}</span>
            <span className="tile-name">{t(`sync.centre.place.${place}`)}</span>
            <span className="quiet">{t(`sync.centre.placeHint.${place}`)}</span>
          </Link>
        </li>
      ))}
      {more
        .filter(({ n }) => n > 0)
        .map(({ name, n, to }) => (
          <li key={name}>
            <Link to={to} className="tile" data-tile={name} data-amount={n}>
              <span className="tile-number">{n}</span>
              <span className="tile-name">{t(`sync.centre.more.${name}`)}</span>
              <span className="quiet">{t(`sync.centre.moreHint.${name}`)}</span>
            </Link>
          </li>
        ))}
    </ul>
  )
}
