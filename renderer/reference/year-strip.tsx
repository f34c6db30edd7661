import { format } from 'date-fns'
import type { HolidayCalendar } from '#shared/reference/holiday-calendar'
import { isWeekend, workingCalendarOf } from '#shared/reference/working-calendar'
import { useWords } from '../kernel/i18n'

const MONTHS = ['01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '11', '12'] as const

/** The twelve months of a notice: days off, weekend days worked for them, and plain weekends. */
export function YearStrip({ calendar }: { readonly calendar: HolidayCalendar }) {
  const t = useWords()
  const { daysOff, workdays } = workingCalendarOf([calendar])
  const lookOf = (day: string): string => {
    if (workdays.has(day)) return 'workday'
    if (daysOff.has(day)) return 'dayOff'
    return isWeekend(day) ? 'weekend' : 'plain'
  }
  return (
    <figure className="year" aria-label={t('reference.yearLabel', { year: String(calendar.year) })}>
      <div className="year-months">
        {MONTHS.map((month) => (
          <Month key={month} year={calendar.year} month={month} lookOf={lookOf} />
        ))}
      </div>
      <figcaption className="year-key">
        {(['dayOff', 'workday', 'weekend'] as const).map((look) => (
          <span key={look}>
            <i className="year-day" data-look={look} aria-hidden /> {t(`reference.${look}`)}
          </span>
        ))}
      </figcaption>
    </figure>
  )
}

interface MonthProps {
  readonly year: number
  readonly month: string
  readonly lookOf: (day: string) => string
}

function Month({ year, month, lookOf }: MonthProps) {
  const t = useWords()
  const days = new Date(year, Number(month), 0).getDate()
  const first = new Date(year, Number(month) - 1, 1)
  const feasts = { dayOff: t('reference.dayOff'), workday: t('reference.workday') }
  return (
    <div className="year-month">
      <h4>{t('reference.months', { month: Number(month) })}</h4>
      <div className="year-days">
        {Array.from({ length: days }, (_none, index) => {
          const day = format(new Date(year, Number(month) - 1, index + 1), 'yyyy-MM-dd')
          const look = lookOf(day)
          const told = look in feasts ? `${day} ${feasts[look as keyof typeof feasts]}` : undefined
          return (
            <span
              key={day}
              className="year-day"
              data-look={look}
              title={told}
              style={index === 0 ? { gridColumnStart: first.getDay() + 1 } : undefined}
            >
              {index + 1}
            </span>
          )
        })}
      </div>
    </div>
  )
}
