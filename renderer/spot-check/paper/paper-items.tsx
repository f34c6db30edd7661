import { useWords } from '../../kernel/i18n'
import { useLimitText } from '../fact-text'
import type { ItemForm } from '../sheet-doc'
import { verdictOfItem, verdictOfSheet } from '../verdicts'
import { struck } from './struck'

/** The items of the rule; results and verdicts only once a laboratory has reported. */
export function PaperItems({ items }: { readonly items: readonly ItemForm[] }) {
  const t = useWords()
  if (items.length === 0) return null
  const tested = items.some(({ result }) => (result ?? '') !== '')
  const columns = ['name', 'limit', 'method', 'weight', ...(tested ? (['result', 'verdict'] as const) : [])] as const
  return (
    <table className="paper-table paper-items">
      <thead>
        <tr>
          <th scope="col" className="paper-narrow">
            {t('spotCheck.paper.itemNo')}
          </th>
          {columns.map((column) => (
            <th key={column} scope="col" data-column={column}>
              {t(column === 'limit' ? 'spotCheck.paper.limit' : `spotCheck.items.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {items.map((item, index) => (
          <ItemLine key={`${String(index)} ${item.name ?? ''}`} item={item} no={index + 1} tested={tested} />
        ))}
      </tbody>
      {tested && (
        <tfoot>
          <tr>
            <th scope="row" colSpan={2}>
              {t('spotCheck.verdict.label')}
            </th>
            <td colSpan={columns.length - 1}>
              <strong>{t(`spotCheck.verdict.${verdictOfSheet(items)}`)}</strong>
            </td>
          </tr>
        </tfoot>
      )}
    </table>
  )
}

function ItemLine({ item, no, tested }: { readonly item: ItemForm; readonly no: number; readonly tested: boolean }) {
  const t = useWords()
  const limitOf = useLimitText()
  return (
    <tr>
      <td className="paper-middle">{no}</td>
      <td>{struck(item.name)}</td>
      <td>{struck(limitOf(item))}</td>
      <td>{struck(item.method)}</td>
      <td className="paper-middle">{struck(item.weight)}</td>
      {tested && (
        <>
          <td className="paper-middle">{struck(item.result)}</td>
          <td className="paper-middle">{t(`spotCheck.itemVerdict.${verdictOfItem(item)}`)}</td>
        </>
      )}
    </tr>
  )
}
