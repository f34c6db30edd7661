import { useWords } from '../../kernel/i18n'
import { useFactText } from '../fact-text'
import type { SheetForm } from '../sheet-doc'
import { type FieldKey, type FieldSection, fieldsOf } from '../sheet-fields'
import { PaperItems } from './paper-items'
import { paperRows } from './paper-rows'
import { PaperSignatures } from './paper-signatures'
import { struck } from './struck'

/** The sampling sheet as the law shapes it: framed fields, blanks struck, signatures at the foot. */
export function PaperSheet({ doc }: { readonly doc: SheetForm }) {
  const t = useWords()
  const no = doc.head?.no ?? ''
  return (
    <article className="paper-page">
      <h1>{t('spotCheck.paper.title')}</h1>
      <p className="paper-no">
        {t('spotCheck.paper.no')} <strong>{no}</strong>
      </p>
      <table className="paper-table">
        <colgroup>
          <col className="paper-part" />
          <col span={6} />
        </colgroup>
        <tbody>
          {paperRows.map(({ section, rows }) => (
            <Part key={section} section={section} rows={rows} doc={doc} />
          ))}
        </tbody>
      </table>
      <PaperItems items={doc.items ?? []} />
      <table className="paper-table">
        <tbody>
          <tr>
            <th scope="row" className="paper-label">
              {t('spotCheck.form.remarks')}
            </th>
            <td>{struck(doc.remarks)}</td>
          </tr>
        </tbody>
      </table>
      <p className="paper-statement">
        <span className="paper-check">{doc.confirmedForSale === true ? '☑' : '☐'}</span> {t('spotCheck.paper.statement')}
      </p>
      <PaperSignatures doc={doc} />
    </article>
  )
}

interface PartProps {
  readonly section: FieldSection
  readonly rows: readonly (readonly (readonly [FieldKey, number])[])[]
  readonly doc: SheetForm
}

function Part({ section, rows, doc }: PartProps) {
  const t = useWords()
  const textOf = useFactText(doc)
  const fields = fieldsOf(section)
  return rows.map((row, index) => (
    <tr key={row[0]?.[0] ?? section}>
      {index === 0 && (
        <th scope="rowgroup" rowSpan={rows.length} className="paper-part">
          {t(`spotCheck.section.${section}`)}
        </th>
      )}
      {row.map(([key, span]) => {
        const field = fields.find((known) => known.key === key)
        return [
          <th key={key} scope="row" className="paper-label">
            {t(`spotCheck.field.${key}`)}
          </th>,
          <td key={`${key} value`} colSpan={span}>
            {struck((field && textOf(field)) || reasonFor(key, doc))}
          </td>,
        ]
      })}
    </tr>
  ))
}

/** A party without a credit code says why in the code's place. */
function reasonFor(key: FieldKey, { inspectedParty, producer }: SheetForm): string | undefined {
  if (key === 'inspectedParty.uscc') return inspectedParty?.noUsccReason
  return key === 'producer.uscc' ? producer?.noUsccReason : undefined
}
