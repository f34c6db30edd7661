import type { ListedItem } from '#shared/reference/reference-contract'
import { useWords } from '../kernel/i18n'

/** How sure an item is; what was only remembered is meant to be seen. */
export function SureMark({ sure }: { readonly sure: ListedItem['sure'] }) {
  const t = useWords()
  if (sure === null) return null
  return (
    <span className="sure-mark" data-sure={sure} title={t(`reference.sureHint.${sure}`)}>
      {t(`reference.sure.${sure}`)}
    </span>
  )
}

export function StandingMark({ standing }: { readonly standing: ListedItem['standing'] }) {
  const t = useWords()
  return (
    <span className="standing-mark" data-standing={standing} title={t(`reference.standingHint.${standing}`)}>
      {t(`reference.standing.${standing}`)}
    </span>
  )
}

/** Where an item came from, and from whom. */
export function OriginText({ item: { origin, by } }: { readonly item: Pick<ListedItem, 'origin' | 'by'> }) {
  const t = useWords()
  return (
    <>
      {t(`reference.origin.${origin}`)}
      {origin !== 'shipped' && origin !== 'device' && <div className="quiet">{by}</div>}
    </>
  )
}
