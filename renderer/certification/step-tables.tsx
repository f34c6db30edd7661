import { textAt } from '#shared/kernel/kind'
import { type Column, DataTable } from '../kernel/data-table'
import type { StoredDoc } from '../kernel/form/editable'
import { useAnyWord } from '../kernel/i18n'

type Row = Readonly<Record<string, unknown>>

/** The lists that a step holds: field → its columns; those of choices are said in words. */
const TABLES: Readonly<Record<string, { readonly columns: readonly string[]; readonly choice: string }>> = {
  gaps: { columns: ['clause', 'conformity', 'gap', 'action'], choice: 'conformity' },
  documents: { columns: ['group', 'title', 'version', 'issuedOn'], choice: 'group' },
}

/** 差距清单 and 体系文件清单 as they were recorded, to be read without correcting them. */
export function StepTables({ doc }: { readonly step: string; readonly doc: StoredDoc }) {
  const word = useAnyWord()
  return Object.entries(TABLES).flatMap(([name, { columns, choice }]) => {
    const rows = Array.isArray(doc[name]) ? (doc[name] as readonly Row[]) : []
    if (rows.length === 0) return []
    const shown: Column<Row & { readonly at: number }>[] = columns.map((key) => ({
      key,
      title: word(`certification.rows.field.${name}.${key}`),
      wrap: true,
      render: (row) => (key === choice ? word(`certification.choice.${key}.${textAt(row, key)}`) : textAt(row, key)),
    }))
    return [
      <details key={name} className="step-table">
        <summary>
          {word(`certification.rows.section.${name}`)} <span className="number">{rows.length}</span>
        </summary>
        <DataTable
          label={word(`certification.rows.section.${name}`)}
          columns={shown}
          rows={rows.map((row, at) => ({ ...row, at }))}
          keyOf={({ at }) => String(at)}
        />
      </details>,
    ]
  })
}
