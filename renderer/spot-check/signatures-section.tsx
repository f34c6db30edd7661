import { Checkbox } from 'antd'
import { lazy, type ReactNode, Suspense, useState } from 'react'
import { useController, useFormContext, useWatch } from 'react-hook-form'
import { useFeedback } from '../kernel/feedback'
import { problemAt, useFormFrame } from '../kernel/form/form-frame'
import { FormSection } from '../kernel/form/section'
import { useWords } from '../kernel/i18n'
import { useSay } from '../kernel/say'
import type { SignatureForm } from './sheet-doc'
import { SignSlot } from './sign-slot'
import type { OnSign, SignedForm, SignRole } from './signed-form'

const SignatureDialog = lazy(async () => ({ default: (await import('./signature-pad')).SignatureDialog }))

export interface SignPlace {
  readonly role: SignRole
  /** Whose place it is; '' while the person is not named. */
  readonly name: string
  /** The law asks for this signature. */
  readonly must: boolean
  readonly signature: SignatureForm | undefined
}

/** Who may sign a document besides its samplers, in the order of the paper; `must` where the law asks for it. */
export type SignerList = readonly { readonly role: Exclude<SignRole, 'sampler'>; readonly must: boolean }[]

interface SignaturesProps {
  readonly signers: SignerList
  /** Saves the content and has it signed; false when that was refused. */
  readonly onSign: OnSign
  /** What is confirmed above the signatures. */
  readonly children?: ReactNode
}

/** Everybody who must signs what stands above, and whoever else may. */
export function SignaturesSection({ signers, onSign, children }: SignaturesProps) {
  const t = useWords()
  const say = useSay()
  const frame = useFormFrame()
  const { correcting } = frame
  const places = usePlacesToSign(signers)
  const [signing, setSigning] = useState<SignPlace | null>(null)
  const { setValue, getValues } = useFormContext<SignedForm>()
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
  const problem = problemAt(frame, '/signatures')
  return (
    <FormSection name="signatures">
      {children}
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
    </FormSection>
  )
}

export function ConfirmedForSale() {
  const t = useWords()
  const { field } = useController<SignedForm, 'confirmedForSale'>({ name: 'confirmedForSale' })
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

/** One place for every sampler, and for each of the others who may sign; what was signed under a name no longer there stays visible. */
function usePlacesToSign(signers: SignerList): SignPlace[] {
  const [samplers, signatures, contact, witness] = useWatch<
    SignedForm,
    ['samplers', 'signatures', 'inspectedParty.contact', 'witness.name']
  >({
    name: ['samplers', 'signatures', 'inspectedParty.contact', 'witness.name'],
  })
  const signed = signatures ?? []
  const names = (samplers ?? []).map(({ name }) => (name ?? '').trim()).filter((name) => name !== '')
  const of = (role: SignRole): SignatureForm[] => signed.filter((signature) => signature.role === role)
  const suggested: Readonly<Record<string, string | undefined>> = { inspectedParty: contact, witness }
  const others = signers.flatMap(({ role, must }): SignPlace[] => {
    const there = of(role)
    return there.length === 0
      ? [{ role, must, name: suggested[role] ?? '', signature: undefined }]
      : there.map((signature) => ({ role, must, name: signature.name ?? '', signature }))
  })
  const gone = of('sampler').filter(({ name }) => !names.includes(name ?? ''))
  const sampler = (name: string, signature: SignatureForm | undefined): SignPlace => ({ role: 'sampler', must: true, name, signature })
  return [
    ...names.map((name) =>
      sampler(
        name,
        of('sampler').find((signature) => signature.name === name),
      ),
    ),
    ...gone.map((signature) => sampler(signature.name ?? '', signature)),
    ...others,
  ]
}
