import type { BlockOf } from '#shared/paper/paper-model'
import { Words } from './said'

type Part = BlockOf<'fields'>['parts'][number]

/** The framed form: labels and values, with the name of each part beside its rows. */
export function FieldsTable({ block: { columns, parts } }: { readonly block: BlockOf<'fields'> }) {
  const named = parts.some(({ name }) => name !== null)
  return (
    <table className="paper-table">
      <colgroup>
        {named && <col className="paper-part" />}
        {Array.from({ length: columns }, (_column, index) => (
          <col key={String(index)} className={index % 2 === 0 ? 'paper-label' : undefined} />
        ))}
      </colgroup>
      <tbody>
        {parts.map((part, index) => (
          <PartRows key={String(index)} part={part} named={named} />
        ))}
      </tbody>
    </table>
  )
}

function PartRows({ part: { name, rows }, named }: { readonly part: Part; readonly named: boolean }) {
  return rows.map((row, index) => (
    <tr key={String(index)} data-fragment="row">
      {named && index === 0 && (
        <th scope="rowgroup" rowSpan={rows.length} className="paper-part">
          {name !== null && <Words said={name} />}
        </th>
      )}
      {row.map(({ label, value, span, height }, cell) => [
        <th key={`label ${String(cell)}`} scope="row" className="paper-label">
          <Words said={label} />
        </th>,
        <td
          key={`value ${String(cell)}`}
          colSpan={span}
          className={value.zh === '/' ? 'paper-struck' : undefined}
          style={height === null ? undefined : { height: `${String(height)}mm`, verticalAlign: 'top' }}
        >
          <Words said={value} />
        </td>,
      ])}
    </tr>
  ))
}
