import { useController } from 'react-hook-form'
import { Carried } from '#shared/visit/visit-choices'
import { FieldRows } from '../kernel/form/field-rows'
import { problemAt, useFormFrame } from '../kernel/form/form-frame'
import { RowCell, type RowColumn } from '../kernel/form/rows/row-cells'
import { FormSection } from '../kernel/form/section'
import { useAnyWord, useWords } from '../kernel/i18n'
import { toPointer } from '../kernel/pointer'
import { useSay } from '../kernel/say'
import { visitFields } from './visit-fields'

const RULES = ['daily', 'weekly', 'monthly'] as const

/** 日管控, 周排查, 月调度: carried out or not, and when last. */
export function ControlsSection() {
  const t = useWords()
  return (
    <FormSection name="controls">
      <div className="table-frame controls-frame">
        <table className="rows" aria-label={t('visit.section.controls')}>
          <thead>
            <tr>
              <th scope="col">{t('visit.form.controls.rule')}</th>
              <th scope="col">{t('visit.form.controls.carried')}</th>
              <th scope="col">{t('visit.form.controls.last')}</th>
            </tr>
          </thead>
          <tbody>
            {RULES.map((rule) => (
              <tr key={rule}>
                <td className="dimension">{t(`visit.form.control.${rule}`)}</td>
                <td>
                  <ControlCell rule={rule} column="carried" />
                </td>
                <td>
                  <ControlCell rule={rule} column="lastOn" />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <FieldRows fields={visitFields.controls} />
    </FormSection>
  )
}

interface CellProps {
  readonly rule: (typeof RULES)[number]
  readonly column: 'carried' | 'lastOn'
}

function ControlCell({ rule, column }: CellProps) {
  const word = useAnyWord()
  const say = useSay()
  const frame = useFormFrame()
  const key = `controls.${rule}.${column}`
  const { field } = useController({ name: key })
  const problem = problemAt(frame, toPointer(key))
  const choices = Carried.options.map((code) => ({ value: code, label: word(`visit.choice.carried.${code}`) }))
  const of: RowColumn = column === 'carried' ? { key: column, kind: 'choice', choices } : { key: column, kind: 'day' }
  return (
    <>
      <RowCell
        column={of}
        field={toPointer(key)}
        label={word(`visit.field.${key}`)}
        value={field.value}
        invalid={problem !== undefined}
        onChange={field.onChange}
      />
      {problem !== undefined && <span className="field-error">{say(problem)}</span>}
    </>
  )
}
