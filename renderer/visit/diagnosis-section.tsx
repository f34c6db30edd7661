import { Button } from 'antd'
import { type KeyboardEvent, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { useFormContext, useWatch } from 'react-hook-form'
import { Dimension } from '#shared/visit/visit-choices'
import { problemAt, useFormFrame } from '../kernel/form/form-frame'
import { FormSection } from '../kernel/form/section'
import { useWords } from '../kernel/i18n'
import { useSay } from '../kernel/say'
import type { VisitValues } from './visit-doc'

type Finding = NonNullable<VisitValues['diagnosis']>[number]

const dimensions = Dimension.options

/** In the order of the form, without those that nothing was said of. */
const inOrder = (findings: readonly Finding[]): Finding[] =>
  dimensions.flatMap((dimension) => {
    const found = findings.find((one) => one.dimension === dimension)
    return found === undefined || (found.score === undefined && (found.evidence ?? '') === '') ? [] : [found]
  })

/** 14 dimensions, shut until they are wanted: a digit scores and leads on, Enter leads to the evidence. */
export function DiagnosisSection() {
  const t = useWords()
  const { problems } = useFormFrame()
  const findings = useWatch<VisitValues, 'diagnosis'>({ name: 'diagnosis' }) ?? []
  const [wanted, setWanted] = useState(false)
  const table = useRef<HTMLTableElement>(null)
  const open = wanted || problems.some(({ path }) => path.startsWith('/diagnosis'))
  const toggle = (): void => {
    flushSync(() => setWanted(!open))
    table.current?.querySelector<HTMLElement>('[data-field]')?.focus()
  }
  return (
    <FormSection name="diagnosis">
      <div className="diagnosis-head">
        <Button size="small" aria-expanded={open} data-action="open-diagnosis" onClick={toggle}>
          {t(open ? 'visit.form.diagnosis.close' : 'visit.form.diagnosis.open')}
        </Button>
        <span className="quiet">{t('visit.form.diagnosis.filled', { n: findings.filter(({ score }) => score !== undefined).length })}</span>
      </div>
      {open && (
        <>
          <p className="quiet">{t('visit.form.diagnosis.hint')}</p>
          <div className="table-frame">
            <table className="rows diagnosis" ref={table} aria-label={t('visit.section.diagnosis')}>
              <thead>
                <tr>
                  {(['dimension', 'score', 'evidence'] as const).map((column) => (
                    <th key={column} scope="col" data-column={column}>
                      {t(`visit.field.diagnosis.${column}`)}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {dimensions.map((dimension, row) => (
                  <DimensionRow key={dimension} row={row} dimension={dimension} findings={findings} />
                ))}
              </tbody>
            </table>
          </div>
        </>
      )}
    </FormSection>
  )
}

interface RowProps {
  readonly row: number
  readonly dimension: Dimension
  readonly findings: readonly Finding[]
}

/** The cell in the same table, by its place. */
const focusCell = (from: HTMLElement, row: number, column: string): void =>
  from
    .closest('table')
    ?.querySelector<HTMLElement>(`[data-cell="${String(row)}-${column}"] input`)
    ?.focus()

function DimensionRow({ row, dimension, findings }: RowProps) {
  const t = useWords()
  const say = useSay()
  const frame = useFormFrame()
  const { getValues, setValue } = useFormContext<VisitValues>()
  const at = findings.findIndex((one) => one.dimension === dimension)
  const found = findings[at]
  const name = t(`visit.choice.dimension.${dimension}`)
  const pointer = (column: string): string => `/diagnosis/${at === -1 ? dimension : String(at)}/${column}`
  const problem = problemAt(frame, pointer('score')) ?? problemAt(frame, pointer('evidence'))
  const set = (change: Finding): void => {
    const now = getValues('diagnosis') ?? []
    const before = now.find((one) => one.dimension === dimension)
    setValue('diagnosis', inOrder([...now.filter((one) => one !== before), { ...before, dimension, ...change }]), { shouldDirty: true })
  }
  return (
    <tr>
      <td className="dimension">
        <span className="number quiet">{row + 1}</span> <span className="dimension-name">{name}</span>
        {problem !== undefined && <div className="field-error">{say(problem)}</div>}
      </td>
      <td data-cell={`${String(row)}-score`}>
        <ScoreCell
          row={row}
          field={pointer('score')}
          label={t('visit.form.diagnosis.scoreOf', { dimension: name })}
          invalid={problem !== undefined}
          score={found?.score}
          onScore={(score) => set({ score })}
        />
      </td>
      <td data-cell={`${String(row)}-evidence`}>
        <input
          className="row-cell"
          data-field={pointer('evidence')}
          aria-label={t('visit.form.diagnosis.evidenceOf', { dimension: name })}
          autoComplete="off"
          value={found?.evidence ?? ''}
          onChange={(event) => set({ evidence: event.target.value === '' ? undefined : event.target.value })}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.ctrlKey || event.nativeEvent.isComposing) return
            event.preventDefault()
            focusCell(event.currentTarget, row + 1, 'score')
          }}
        />
      </td>
    </tr>
  )
}

interface ScoreProps {
  readonly row: number
  readonly field: string
  readonly label: string
  readonly invalid: boolean
  readonly score: number | undefined
  readonly onScore: (score: number | undefined) => void
}

const SCORE = /^[1-5]$/
const CLEARS = ['0', 'Backspace', 'Delete']

/** A digit scores and leads to the next dimension, Enter to the evidence, the arrows up and down. */
function ScoreCell({ row, field, label, invalid, score, onScore }: ScoreProps) {
  const moves: Readonly<Record<string, readonly [number, string]>> = {
    ArrowDown: [row + 1, 'score'],
    ArrowUp: [row - 1, 'score'],
    Enter: [row, 'evidence'],
  }
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    const scores = SCORE.test(event.key)
    const move = scores ? ([row + 1, 'score'] as const) : moves[event.key]
    if (event.ctrlKey || event.altKey || (move === undefined && !CLEARS.includes(event.key))) return
    event.preventDefault()
    if (scores) onScore(Number(event.key))
    if (move === undefined) onScore(undefined)
    else focusCell(event.currentTarget, ...move)
  }
  return (
    <input
      className="row-cell score-cell"
      data-field={field}
      data-score={score}
      inputMode="numeric"
      aria-label={label}
      aria-invalid={invalid || undefined}
      value={score ?? ''}
      onChange={(event) => SCORE.test(event.target.value) && onScore(Number(event.target.value))}
      onKeyDown={onKeyDown}
    />
  )
}
