import { helpIndicators } from '#shared/report/help-indicators'
import { type Indicator, unitWords, wholeBasis } from '#shared/report/indicator'
import type { Figure } from '#shared/report/report-contract'
import { type Column, DataTable } from '../kernel/data-table'
import { useNameOf, useWords } from '../kernel/i18n'
import { figureInWords } from './figure-in-words'

export type SpanName = 'value' | 'cumulative'
type OpenFigure = (cell: string, span: SpanName) => void
type Row = Indicator & Pick<Figure, SpanName>

export const cellName = ({ code, cell }: Pick<Indicator, 'code' | 'cell'>): string => `${code} ${cell}`.trim()

interface TableProps {
  readonly figures: readonly Figure[]
  readonly onOpen: OpenFigure
}

/** A row an indicator: this period and the year so far, each a button that opens its records. */
export function FigureTable({ figures, onOpen }: TableProps) {
  const t = useWords()
  const said = useNameOf()
  const known = new Map(figures.map((figure) => [cellName(figure), figure]))
  const rows = helpIndicators.flatMap((indicator): Row[] => {
    const figure = known.get(cellName(indicator))
    return figure === undefined ? [] : [{ ...indicator, value: figure.value, cumulative: figure.cumulative }]
  })
  const figure = (row: Row, span: SpanName) => <FigureButton row={row} span={span} onOpen={onOpen} />
  const columns: Column<Row>[] = [
    { key: 'code', title: t('report.column.code'), render: ({ code }) => <span className="mono">{code}</span> },
    { key: 'name', title: t('report.column.name'), render: ({ name }) => <span className="report-name">{said(name)}</span> },
    { key: 'value', title: t('report.column.value'), align: 'right', render: (row) => figure(row, 'value') },
    { key: 'cumulative', title: t('report.column.cumulative'), align: 'right', render: (row) => figure(row, 'cumulative') },
    { key: 'unit', title: t('report.column.unit'), render: ({ unit }) => said(unitWords[unit]) },
    {
      key: 'basis',
      title: t('report.column.basis'),
      grow: true,
      wrap: true,
      render: (row) => <span className="report-basis">{said(wholeBasis(row))}</span>,
    },
  ]
  return (
    <div className="report-table">
      <DataTable label={t('report.table')} columns={columns} rows={rows} keyOf={cellName} />
    </div>
  )
}

function FigureButton({ row, span, onOpen }: { readonly row: Row; readonly span: SpanName; readonly onOpen: OpenFigure }) {
  const t = useWords()
  const said = useNameOf()
  const value = figureInWords(row[span])
  const label = { name: said(row.name), value, unit: said(unitWords[row.unit]) }
  return (
    <button
      type="button"
      className="report-figure"
      data-figure={`${cellName(row)} ${span}`}
      aria-label={t(span === 'value' ? 'report.openValue' : 'report.openCumulative', label)}
      onClick={() => onOpen(cellName(row), span)}
    >
      {value}
    </button>
  )
}
