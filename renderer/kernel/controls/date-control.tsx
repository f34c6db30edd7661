import { CalendarOutlined } from '@ant-design/icons'
import { Button, Input, Popover } from 'antd'
import { isValid, parseISO } from 'date-fns'
import { useState } from 'react'
import { localDay } from '../format'
import { useWords } from '../i18n'
import { parseQuickDate } from '../quick-date'
import { type ControlProps, described } from './control'
import { MonthGrid } from './month-grid'

const dayIn = (text: string | undefined): Date | null => {
  const day = parseISO(text ?? '')
  return isValid(day) ? day : null
}

/** A day, typed (`0412`) or picked. What is typed stays as typed until the field is left; then it becomes `2026-04-12`. */
export function DateControl({ id, field, label, value, onChange, onBlur, invalid, disabled, placeholder }: ControlProps<string>) {
  const t = useWords()
  const [open, setOpen] = useState(false)
  const settle = (): void => {
    const day = parseQuickDate(value ?? '', new Date())
    if (day !== null && day !== value) onChange(day)
    onBlur?.()
  }
  const pick = (day: Date): void => {
    onChange(localDay(day))
    setOpen(false)
    document.getElementById(id)?.focus()
  }
  return (
    <Input
      id={id}
      data-field={field}
      className="number"
      inputMode="numeric"
      autoComplete="off"
      value={value ?? ''}
      disabled={disabled ?? false}
      placeholder={placeholder ?? t('kernel.calendar.hint')}
      status={invalid === true ? 'error' : ''}
      onChange={(event) => onChange(event.target.value)}
      onBlur={settle}
      suffix={
        <Popover
          trigger="click"
          open={open}
          onOpenChange={setOpen}
          destroyOnHidden
          content={<MonthGrid chosen={dayIn(value)} onChoose={pick} />}
        >
          <Button
            size="small"
            type="text"
            tabIndex={-1}
            icon={<CalendarOutlined />}
            disabled={disabled ?? false}
            aria-label={t('kernel.calendar.open', { label })}
          />
        </Popover>
      }
      {...described(id, invalid)}
    />
  )
}
