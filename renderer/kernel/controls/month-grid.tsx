import { LeftOutlined, RightOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { addDays, addMonths, format, getYear, isSameDay, isSameMonth, startOfMonth, startOfWeek } from 'date-fns'
import { useEffect, useRef, useState } from 'react'
import { useWords } from '../i18n'

interface GridProps {
  readonly chosen: Date | null
  readonly onChoose: (day: Date) => void
}

const STEPS: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 }
const weekdays = ['0', '1', '2', '3', '4', '5', '6'] as const

/** One month to pick a day from; arrows walk the days, Page Up and Down the months. */
export function MonthGrid({ chosen, onChoose }: GridProps) {
  const t = useWords()
  const [today] = useState(() => new Date())
  const [at, setAt] = useState(chosen ?? today)
  const grid = useRef<HTMLDivElement>(null)
  const walked = useRef(false)
  const first = startOfWeek(startOfMonth(at))
  const days = Array.from({ length: 42 }, (_, index) => addDays(first, index))
  useEffect(() => {
    if (walked.current) grid.current?.querySelector<HTMLElement>('[data-at="true"]')?.focus()
  })
  const walk = (event: React.KeyboardEvent): void => {
    const step = STEPS[event.key]
    if (step !== undefined) setAt(addDays(at, step))
    else if (event.key === 'PageUp' || event.key === 'PageDown') setAt(addMonths(at, event.key === 'PageUp' ? -1 : 1))
    else return
    walked.current = true
    event.preventDefault()
  }
  return (
    <div className="month" ref={grid}>
      <div className="month-head">
        <Button
          size="small"
          type="text"
          icon={<LeftOutlined />}
          aria-label={t('kernel.calendar.previousMonth')}
          onClick={() => setAt(addMonths(at, -1))}
        />
        <span aria-live="polite">{t('kernel.calendar.month', { year: getYear(at), month: format(at, 'MM') })}</span>
        <Button
          size="small"
          type="text"
          icon={<RightOutlined />}
          aria-label={t('kernel.calendar.nextMonth')}
          onClick={() => setAt(addMonths(at, 1))}
        />
      </div>
      <div className="month-days">
        {weekdays.map((day) => (
          <span key={day} className="month-weekday">
            {t(`kernel.calendar.weekdays.${day}`)}
          </span>
        ))}
        {days.map((day) => (
          <button
            key={format(day, 'yyyy-MM-dd')}
            type="button"
            className="month-day"
            aria-label={format(day, 'yyyy-MM-dd')}
            aria-pressed={chosen !== null && isSameDay(day, chosen)}
            data-outside={!isSameMonth(day, at) || undefined}
            data-today={isSameDay(day, today) || undefined}
            data-at={isSameDay(day, at)}
            tabIndex={isSameDay(day, at) ? 0 : -1}
            onKeyDown={walk}
            onClick={() => onChoose(day)}
          >
            {format(day, 'd')}
          </button>
        ))}
      </div>
      <Button size="small" type="link" onClick={() => onChoose(today)}>
        {t('kernel.calendar.today')}
      </Button>
    </div>
  )
}
