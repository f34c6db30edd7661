import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { ENDED } from '#shared/certification/stages'
import { useWords } from '../kernel/i18n'
import type { Counts } from './stage-board'
import { store } from './store'

const ALARMING = ['idle', 'expiring']

/** Five numbers; those of certificates open exactly what they count. */
export function CertificationTiles({ counts }: { readonly counts: Counts }) {
  const t = useWords()
  const { data: certificates } = useQuery(store.ask('certification.countCertificates', {}))
  const open = counts.filter(({ stage }) => !Object.hasOwn(ENDED, stage))
  const sum = (of: 'cases' | 'idle' | 'suspended'): number => open.reduce((all, count) => all + count[of], 0)
  const tiles = [
    { name: 'open', n: sum('cases'), show: null },
    { name: 'idle', n: sum('idle'), show: null },
    { name: 'suspended', n: sum('suspended'), show: null },
    { name: 'expiring', n: certificates?.expiring, show: 'expiring' },
    { name: 'unverified', n: certificates?.unverified, show: 'unverified' },
  ] as const
  return (
    <ul className="tiles tiles-five" aria-label={t('certification.tiles')}>
      {tiles.map(({ name, n, show }) => {
        const alarm = ALARMING.includes(name) && (n ?? 0) > 0 ? true : undefined
        const inside = (
          <>
            <span className="tile-number">{n ?? '–'}</span>
            <span className="tile-name">{t(`certification.tile.${name}`)}</span>
            <span className="quiet">{t(`certification.tileHint.${name}`)}</span>
          </>
        )
        return (
          <li key={name}>
            {show === null ? (
              <div className="tile" data-tile={name} data-alarm={alarm}>
                {inside}
              </div>
            ) : (
              <Link to="/certificates" search={{ show }} className="tile" data-tile={name} data-alarm={alarm}>
                {inside}
              </Link>
            )}
          </li>
        )
      })}
    </ul>
  )
}
