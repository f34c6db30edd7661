import { DateControl } from './controls/date-control'

interface DayFilterProps {
  readonly which: 'from' | 'to'
  readonly label: string
  readonly value: string | undefined
  readonly onChange: (day: string | undefined) => void
}

/** One end of a stretch of days that a list is narrowed to. */
export function DayFilter({ which, label, value, onChange }: DayFilterProps) {
  return (
    <div className="filter filter-day">
      <label htmlFor={`filter-${which}`}>{label}</label>
      <DateControl id={`filter-${which}`} field={`/filter/${which}`} label={label} placeholder="0412" value={value} onChange={onChange} />
    </div>
  )
}
