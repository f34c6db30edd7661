import { Checkbox } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { useController, useFormContext, useWatch } from 'react-hook-form'
import { useFeedback } from '../kernel/feedback'
import { useWords } from '../kernel/i18n'
import { useSay } from '../kernel/say'
import { problemAt } from './field-problems'
import { useSheet } from './sheet-context'
import type { SheetForm, SignatureForm } from './sheet-doc'
import { SheetSection } from './sheet-section'
import { SignSlot } from './sign-slot'

const SignatureDialog = lazy(async () => ({ default: (await import('./signature-pad')).SignatureDialog }))

export type SignRole = 'sampler' | 'inspectedParty' | 'producer' | 'witness'
export interface SignPlace {
  readonly role: SignRole
  /** Whose place it is; '' while the person is not named. */
  readonly name: string
  readonly signature: SignatureForm | undefined
}

interface SignaturesProps {
  /** Saves the content and answers with the signatures of the document the store now holds; null when it was refused. */
  readonly onSign: (role: SignRole, name: string, strokes: string) => Promise<boolean>
}

/** ⑨ The enterprise confirms, then everybody who must signs what stands above. */
export function SignaturesSection({ onSign }: SignaturesProps) {
  const t = useWords()
  const say = useSay()
  const { problems, strict, correcting } = useSheet()
  const places = usePlacesToSign()
  const [signing, setSigning] = useState<SignPlace | null>(null)
  const { setValue, getValues } = useFormContext<SheetForm>()
  const { note } = useFeedback()
  const remove = (gone: SignatureForm | undefined): void => {
    setValue(
      'signatures',
      (getValues('signatures') ?? []).filter((signature) => signature.at !== gone?.at || signature.name !== gone?.name),
      { shouldDirty: true },
    )
    note(t('spotCheck.sign.removed'))
  }
  const sign = async (name: string, strokes: string): Promise<void> => {
    if (signing !== null && (await onSign(signing.role, name, strokes))) setSigning(null)
  }
  const problem = problemAt(problems, '/signatures', strict)
  return (
    <SheetSection name="signatures">
      <ConfirmedForSale />
      <div className="sign-places">
        {places.map((place) => (
          <SignSlot
            key={`${place.role} ${place.name} ${place.signature?.at ?? ''}`}
            place={place}
            locked={correcting}
            onSign={() => setSigning(place)}
            onRemove={() => remove(place.signature)}
          />
        ))}
      </div>
      <div className="field-help">{problem !== undefined && <span className="field-error">{say(problem)}</span>}</div>
      {signing !== null && (
        <Suspense>
          <SignatureDialog
            title={t('spotCheck.sign.signAs', { role: t(`spotCheck.sign.role.${signing.role}`), name: signing.name })}
            name={signing.name}
            nameOpen={signing.role !== 'sampler'}
            onSign={(name, strokes) => void sign(name, strokes)}
            onClose={() => setSigning(null)}
          />
        </Suspense>
      )}
    </SheetSection>
  )
}

function ConfirmedForSale() {
  const t = useWords()
  const { field } = useController<SheetForm, 'confirmedForSale'>({ name: 'confirmedForSale' })
  return (
    <Checkbox
      data-field="/confirmedForSale"
      checked={field.value === true}
      onChange={(event) => field.onChange(event.target.checked ? true : undefined)}
    >
      {t('spotCheck.form.confirmedForSale')}
    </Checkbox>
  )
}

/** One place for every sampler and for the inspected party; producer and witness may sign too. */
function usePlacesToSign(): SignPlace[] {
  const [samplers, signatures, contact] = useWatch<SheetForm, ['samplers', 'signatures', 'inspectedParty.contact']>({
    name: ['samplers', 'signatures', 'inspectedParty.contact'],
  })
  const signed = signatures ?? []
  const names = (samplers ?? []).map(({ name }) => (name ?? '').trim()).filter((name) => name !== '')
  const of = (role: SignRole): SignatureForm[] => signed.filter((signature) => signature.role === role)
  const one = (role: SignRole, fallback: string): SignPlace[] => {
    const there = of(role)
    return there.length === 0
      ? [{ role, name: fallback, signature: undefined }]
      : there.map((signature) => ({ role, name: signature.name ?? '', signature }))
  }
  const gone = of('sampler').filter(({ name }) => !names.includes(name ?? ''))
  return [
    ...names.map((name) => ({ role: 'sampler' as const, name, signature: of('sampler').find((signature) => signature.name === name) })),
    ...gone.map((signature) => ({ role: 'sampler' as const, name: signature.name ?? '', signature })),
    ...one('inspectedParty', contact ?? ''),
    ...one('producer', ''),
    ...one('witness', ''),
  ]
}
