import { useNavigate } from '@tanstack/react-router'
import type { ImportReport } from '#shared/sync/sync-contract'
import { useWords } from '../kernel/i18n'

/** Which of the records below are shown; null for all. */
export type Shown = 'new' | 'changed' | 'identical' | 'conflicts' | null

/** Numbers that narrow the list below. */
const NARROWING = ['new', 'changed', 'identical', 'conflicts'] as const
/** Numbers that are facts of the batch, or whose list is elsewhere. */
const FACTS = ['duplicates', 'held', 'refused', 'newer', 'photos', 'photosMissing', 'receipts', 'decisions'] as const

const amountOf = (report: ImportReport, name: (typeof NARROWING)[number] | (typeof FACTS)[number]): number =>
  name === 'refused' ? report.refused.length : report[name]

interface TilesProps {
  readonly report: ImportReport
  readonly shown: Shown
  readonly onShow: (shown: Shown) => void
}

/** What a batch brings in numbers; each leads to what it counts. */
export function ImportTiles({ report, shown, onShow }: TilesProps) {
  const t = useWords()
  const onOpen = useLists(report)
  return (
    <ul className="tiles tiles-narrow sync-tiles" aria-label={t('sync.import.rehearsal')}>
      {NARROWING.filter((name) => name === 'new' || amountOf(report, name) > 0).map((name) => (
        <li key={name}>
          <button
            type="button"
            className="tile import-tile"
            aria-pressed={shown === name}
            data-tile={name}
            data-amount={amountOf(report, name)}
            onClick={() => onShow(shown === name ? null : name)}
          >
            <TileBody report={report} name={name} />
          </button>
        </li>
      ))}
      {FACTS.filter((name) => amountOf(report, name) > 0).map((name) => {
        const open = onOpen[name]
        return (
          <li key={name}>
            {open === undefined ? (
              <span className="tile" data-tile={name} data-amount={amountOf(report, name)}>
                <TileBody report={report} name={name} />
              </span>
            ) : (
              <button type="button" className="tile import-tile" data-tile={name} data-amount={amountOf(report, name)} onClick={open}>
                <TileBody report={report} name={name} />
              </button>
            )}
          </li>
        )
      })}
    </ul>
  )
}

function TileBody({ report, name }: Pick<TilesProps, 'report'> & { readonly name: Parameters<typeof amountOf>[1] }) {
  const t = useWords()
  return (
    <>
      <span className="tile-number">{amountOf(report, name)}</span>
      <span className="tile-name">{t(`sync.import.tile.${name}`)}</span>
    </>
  )
}

/** Lists of their own, which exist once the batch is in; the refused lines stand below. */
function useLists({ applied }: ImportReport): Partial<Record<(typeof FACTS)[number], () => void>> {
  const navigate = useNavigate()
  const refused = (): void => document.getElementById('refused-lines')?.scrollIntoView({ block: 'center' })
  if (!applied) return { refused }
  const aside = (): void => void navigate({ to: '/aside' })
  return { refused, held: aside, newer: aside, photosMissing: () => void navigate({ to: '/missing-files' }) }
}
