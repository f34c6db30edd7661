import { useQuery } from '@tanstack/react-query'
import { useWords } from '../kernel/i18n'
import { SheetTable } from './sheet-table'
import { KIND, store } from './store'

/** The newest sheets in which some words occur, an enterprise's code for example. */
export function SheetsAbout({ words }: { readonly words: string }) {
  const t = useWords()
  const { data } = useQuery({ ...store.ask('record.list', { kind: KIND, search: words.slice(0, 200), limit: 100 }), enabled: words !== '' })
  if (data === undefined || data.items.length === 0) return <p className="quiet">{t('enterprise.noSheets')}</p>
  return <SheetTable rows={data.items} />
}
