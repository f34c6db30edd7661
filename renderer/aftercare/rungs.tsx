import { textAt } from '#shared/kernel/kind'
import type { FieldControlProps } from '../kernel/form/form-frame'
import { useWords } from '../kernel/i18n'
import { useCaseFacts } from './case-context'
import { rungs } from './step-specs'

/** The five rungs of soft enforcement in their order, from mild to firm; those taken before are marked. */
export function Rungs({ id, field, label, value, onChange }: FieldControlProps) {
  const t = useWords()
  const { course } = useCaseFacts()
  const takenOn = (rung: string): string =>
    course.taken.findLast(({ step, doc }) => step === 'softMeasure' && textAt(doc, 'rung') === rung)?.on ?? ''
  return (
    <fieldset className="rungs" aria-label={label} id={id} data-field={field}>
      {rungs.map((rung, index) => (
        <label key={rung} className="rung" data-rung={rung}>
          <span className="rung-no number">
            <input type="radio" name={id} value={rung} checked={value === rung} onChange={() => onChange(rung)} /> {index + 1}
          </span>
          <span className="rung-name">{t(`aftercare.choice.rung.${rung}`)}</span>
          <span className="quiet">{t(`aftercare.rungHint.${rung}`)}</span>
          {takenOn(rung) !== '' && <span className="rung-taken number">{t('aftercare.rungTaken', { on: takenOn(rung) })}</span>}
        </label>
      ))}
    </fieldset>
  )
}
