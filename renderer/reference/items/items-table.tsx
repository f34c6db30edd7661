import './items.css'
import { useNameOf, useWords } from '../../kernel/i18n'
import type { ItemForm } from './item-doc'
import { useLimitText } from './limit-text'
import { explainedItem } from './verdicts'

/** Test items to be read: what is asked of each; and, once a laboratory reported, what it found and why that passes or fails. */
export function ItemsTable({ items }: { readonly items: readonly ItemForm[] }) {
  const t = useWords()
  if (items.length === 0) return <p className="quiet">{t('kernel.none')}</p>
  const reported = items.some(({ result }) => (result ?? '') !== '')
  return (
    <div className="table-frame">
      <table className="table items-read" aria-label={t('items.label')}>
        <thead>
          <tr>
            <th scope="col">{t('items.itemNo')}</th>
            <th scope="col" className="grow">
              {t('items.column.name')}
            </th>
            <th scope="col">{t('items.limit')}</th>
            <th scope="col">{t('items.column.weight')}</th>
            {reported && (
              <>
                <th scope="col">{t('items.column.result')}</th>
                <th scope="col">{t('items.verdictColumn')}</th>
              </>
            )}
          </tr>
        </thead>
        <tbody>
          {items.map((item, index) => (
            <ReadRow key={`${String(index)} ${item.name ?? ''}`} no={index + 1} item={item} reported={reported} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function ReadRow({ no, item, reported }: { readonly no: number; readonly item: ItemForm; readonly reported: boolean }) {
  const t = useWords()
  const nameOf = useNameOf()
  const limitOf = useLimitText()
  const { verdict, decidedBy, sentence } = explainedItem(item)
  const said = decidedBy === 'notJudged' ? 'notJudged' : verdict
  const { name, method, weight, result = '/', resultUnit = '' } = item
  return (
    <tr>
      <td>{no}</td>
      <td className="grow">
        {name} {method !== undefined && <span className="quiet">{method}</span>}
        {reported && <span className="quiet item-why">{nameOf(sentence)}</span>}
      </td>
      <td>{limitOf(item)}</td>
      <td>{weight}</td>
      {reported && (
        <>
          <td>{`${result} ${resultUnit}`.trim()}</td>
          <td className="item-verdict" data-verdict={said}>
            {t(`items.itemVerdict.${said}`)}
          </td>
        </>
      )}
    </tr>
  )
}
