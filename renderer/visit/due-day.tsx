import { useWords } from '../kernel/i18n'

interface DueProps {
  readonly due: string | null
  readonly daysLeft: number | null
}

/** A day and how long it is until then; a day that has passed is said loudly. */
export function DueDay({ due, daysLeft }: DueProps) {
  const t = useWords()
  if (due === null || daysLeft === null) return <span className="quiet">–</span>
  const left =
    daysLeft === 0 ? t('visit.due.today') : daysLeft < 0 ? t('visit.due.overdue', { n: -daysLeft }) : t('visit.due.left', { n: daysLeft })
  return (
    <span className="due-day" data-overdue={daysLeft < 0}>
      <span className="number">{due}</span> <span className="due-left">{left}</span>
    </span>
  )
}
