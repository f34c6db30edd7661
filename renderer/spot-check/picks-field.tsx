import { Button, Input } from 'antd'
import { useId, useState } from 'react'
import { useFormContext } from 'react-hook-form'
import { useFeedback } from '../kernel/feedback'
import type { FieldControlProps, FieldKindOf } from '../kernel/form/form-frame'
import { useWords } from '../kernel/i18n'
import { useDrawTools } from './draw-tools'
import { numbersIn } from './numbers-in'

const randomSeed = (): string => [...crypto.getRandomValues(new Uint8Array(8))].map((byte) => byte.toString(16).padStart(2, '0')).join('')

interface DrawForm {
  frame?: number
  seed?: string
  method?: string
  picks?: number[]
  algorithm?: string
}

/** Which of the numbered units were drawn: typed, as dice or table gave them, or drawn here so that anybody can draw them again. */
function PicksControl({ id, field, value, onChange, onBlur, invalid }: FieldControlProps) {
  const picks = Array.isArray(value) ? value.map(String).join(', ') : ''
  const [typed, setTyped] = useState<string | null>(null)
  return (
    <div className="picks">
      <Input
        id={id}
        data-field={field}
        value={typed ?? picks}
        autoComplete="off"
        status={invalid === true ? 'error' : ''}
        onChange={(event) => {
          setTyped(event.target.value)
          onChange(numbersIn(event.target.value))
        }}
        onBlur={() => {
          setTyped(null)
          onBlur?.()
        }}
        aria-describedby={`${id}-help`}
      />
      <DrawHere onDrawn={() => setTyped(null)} />
    </div>
  )
}

function DrawHere({ onDrawn }: { readonly onDrawn: () => void }) {
  const t = useWords()
  const id = useId()
  const { refused, done } = useFeedback()
  const { drawUnits } = useDrawTools()
  const { getValues, setValue } = useFormContext<DrawForm>()
  const [take, setTake] = useState('2')
  const draw = async (): Promise<void> => {
    const { frame = 0, seed = '' } = getValues()
    const answer = await drawUnits({ frame, take: Number(take), seed: seed.trim() === '' ? randomSeed() : seed })
    if (!answer.ok) return refused(answer.problems)
    const { picks, algorithm, seed: used } = answer.value
    setValue('method', 'seeded', { shouldDirty: true })
    setValue('seed', used, { shouldDirty: true })
    setValue('algorithm', algorithm, { shouldDirty: true })
    setValue('picks', [...picks], { shouldDirty: true })
    onDrawn()
    return done(t('spotCheck.step.drawn', { picks: picks.join(', ') }))
  }
  return (
    <div className="draw-here">
      <label htmlFor={id}>{t('spotCheck.step.take')}</label>
      <Input
        id={id}
        className="number draw-take"
        data-field="/take"
        inputMode="numeric"
        value={take}
        onChange={(event) => setTake(event.target.value.replaceAll(/\D/g, ''))}
      />
      <Button data-action="draw-units" onClick={() => void draw()}>
        {t('spotCheck.step.drawHere')}
      </Button>
      <span className="quiet">{t('spotCheck.step.drawText')}</span>
    </div>
  )
}

export const picksKind: FieldKindOf = { Control: PicksControl }
