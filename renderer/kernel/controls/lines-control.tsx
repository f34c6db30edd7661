import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Input } from 'antd'
import { useWords } from '../i18n'
import type { ControlProps } from './control'

interface LinesProps extends Omit<ControlProps<readonly string[]>, 'onChange'> {
  readonly onChange: (lines: string[]) => void
  /** So many lines stand ready. */
  readonly least?: number
  readonly most?: number
}

/** Names, one a line; an empty line at the end counts for nothing. */
export function LinesControl({ id, field, label, value = [], onChange, onBlur, invalid, disabled, least = 2, most = 12 }: LinesProps) {
  const t = useWords()
  const rows = Math.max(least, value.length)
  const lines = Array.from({ length: rows }, (_, index) => value[index] ?? '')
  const change = (index: number, typed: string): void => onChange(lines.map((line, at) => (at === index ? typed : line)))
  return (
    <div className="lines">
      {lines.map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a name is its line on the paper, and it is being typed
        <div key={index} className="lines-line">
          <Input
            id={index === 0 ? id : `${id}-${String(index)}`}
            data-field={`${field}/${String(index)}`}
            aria-label={t('kernel.form.line', { label, n: index + 1 })}
            value={line}
            disabled={disabled ?? false}
            autoComplete="off"
            spellCheck={false}
            status={invalid === true ? 'error' : ''}
            onChange={(event) => change(index, event.target.value)}
            onBlur={() => onBlur?.()}
            aria-describedby={`${id}-help`}
          />
          {index >= least && (
            <Button
              type="text"
              tabIndex={-1}
              icon={<DeleteOutlined />}
              aria-label={t('kernel.form.removeLine', { label, n: index + 1 })}
              onClick={() => onChange(lines.filter((_, at) => at !== index))}
            />
          )}
        </div>
      ))}
      {rows < most && disabled !== true && (
        <Button size="small" icon={<PlusOutlined />} onClick={() => onChange([...lines, ''])}>
          {t('kernel.form.addLine')}
        </Button>
      )}
    </div>
  )
}
