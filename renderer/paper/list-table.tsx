import type { BlockOf } from '#shared/paper/paper-model'
import { Words } from './said'

/** A row for every element; its head stands again on every page. */
export function ListTable({ block: { columns, rows, foot } }: { readonly block: BlockOf<'list'> }) {
  return (
    <table className="paper-table paper-list">
      <colgroup>
        {columns.map(({ label, width }) => (
          <col key={label.zh} style={width === null ? undefined : { width: `${String(width)}mm` }} />
        ))}
      </colgroup>
      <thead>
        <tr>
          {columns.map(({ label }) => (
            <th key={label.zh} scope="col">
              <Words said={label} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          <tr key={String(index)} data-fragment="row">
            {row.map((value, column) => (
              <td key={String(column)} className={columns[column]?.centred === true || value.zh === '/' ? 'paper-struck' : undefined}>
                <Words said={value} />
              </td>
            ))}
          </tr>
        ))}
        {foot !== null && (
          <tr data-fragment="row">
            <th scope="row" colSpan={Math.min(2, columns.length - 1)}>
              <Words said={foot.label} />
            </th>
            <td colSpan={columns.length - Math.min(2, columns.length - 1)}>
              <strong>
                <Words said={foot.value} />
              </strong>
            </td>
          </tr>
        )}
      </tbody>
    </table>
  )
}

const TICKED = '☑'
const EMPTY = '☐'

/** Questions with a box for each answer. */
export function Checklist({ block: { answers, questions } }: { readonly block: BlockOf<'checklist'> }) {
  return (
    <table className="paper-table paper-list">
      <tbody>
        {questions.map(({ text, answer }, index) => (
          <tr key={text.zh} data-fragment="row">
            <td className="paper-struck paper-number">{index + 1}</td>
            <td>
              <Words said={text} />
            </td>
            {answers.map((one, column) => (
              <td key={one.zh} className="paper-answer">
                {answer === column ? TICKED : EMPTY} <Words said={one} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
