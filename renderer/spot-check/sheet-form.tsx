import { type ComponentType, type KeyboardEvent, useEffect, useRef } from 'react'
import { FormProvider, useForm } from 'react-hook-form'
import { useWords } from '../kernel/i18n'
import { focusField } from '../kernel/pointer'
import { FieldsSection, SameAsInspected } from './fields-section'
import { fieldUnder, nextField } from './form-keys'
import { ItemsGrid } from './items-grid'
import { PeopleSection } from './people-section'
import { BaseHint, RuleFill } from './rule-fill'
import { SealSection } from './seal-section'
import { SectionNav } from './section-nav'
import { SheetContext, useSheet } from './sheet-context'
import { formOf, type StoredDoc, type SheetForm as Values } from './sheet-doc'
import { SheetSection } from './sheet-section'
import { SignaturesSection, type SignRole } from './signatures-section'
import { useCorrectionGuard } from './use-correction-guard'
import { type Correction, useSeal } from './use-seal'
import { type SheetAutosave, useSheetAutosave } from './use-sheet-autosave'
import { useProblems, useSheetKeys, useSigning, useWork } from './use-sheet-work'
import { LiveVerdict } from './verdict'

/** The photos of a record belong to the feature `attachment`; `app/` hands them in. */
export type PhotosOf = ComponentType<{
  readonly record: string
  readonly kind: string
  readonly editable: boolean
  /** Makes the draft when there is none yet; false when that was refused. */
  readonly ensure: () => Promise<boolean>
}>

interface SheetFormProps {
  readonly id: string
  readonly doc: StoredDoc
  /** The field that had the cursor when the draft was last saved. */
  readonly cursor: string
  /** When the draft in the store was saved; null for a sheet that was only opened. */
  readonly savedAt: string | null
  readonly photos: PhotosOf
  readonly correction: Correction | null
  readonly footer?: React.ReactNode
}

export function SheetForm({ id, doc, cursor, savedAt, photos, correction, footer }: SheetFormProps) {
  const t = useWords()
  const form = useForm<Values>({ defaultValues: formOf(doc) })
  const autosave = useSheetAutosave({ id, form, savedAt, enabled: correction === null })
  const seal = useSeal({ id, form, autosave, correction })
  const problems = useProblems(id, autosave, seal, correction)
  const work = useWork(problems, seal.refused !== null, correction !== null)
  const frame = useRef<HTMLDivElement>(null)
  const { onSign } = useSigning(id, form, autosave)
  useSheetKeys(form, autosave, seal)
  useCorrectionGuard(correction !== null && form.formState.isDirty)
  useEffect(() => {
    if (!focusField(cursor === '' ? '/inspectedParty/name' : cursor)) focusField('/inspectedParty/name')
  }, [cursor])

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.ctrlKey || event.metaKey || event.nativeEvent.isComposing || event.keyCode === 229) return
    const next = frame.current === null ? null : nextField(frame.current, event.target)
    if (next === null) return
    event.preventDefault()
    event.stopPropagation()
    next.focus()
    if (next instanceof HTMLInputElement) next.select()
  }
  const action = t(correction === null ? 'spotCheck.seal.button' : 'spotCheck.view.correctSave')
  const start = (): void => void seal.seal()
  return (
    <SheetContext value={work}>
      <FormProvider {...form}>
        <div className="sheet">
          {/* biome-ignore lint/a11y/noStaticElementInteractions: Enter bubbles up here from the fields, to lead to the next one */}
          <div
            className="sheet-body"
            ref={frame}
            onKeyDownCapture={onKeyDown}
            onFocus={(event) => autosave.saver.moveCursor(fieldUnder(event.target))}
          >
            <SheetParts photos={photos} id={id} autosave={autosave} onSign={onSign} />
            <SealSection
              refused={seal.refused}
              problems={problems ?? []}
              busy={seal.busy}
              action={action}
              text={correction === null ? t('spotCheck.seal.text') : t('spotCheck.view.correctText')}
              onSeal={start}
              {...(correction === null ? { onCheck: seal.check } : {})}
            />
          </div>
          <SectionNav problems={problems} save={autosave.state} busy={seal.busy} action={action} onSeal={start}>
            {footer}
          </SectionNav>
        </div>
      </FormProvider>
    </SheetContext>
  )
}

const HINTS = { 'sampling.base': <BaseHint /> }

interface PartsProps {
  readonly id: string
  readonly photos: PhotosOf
  readonly autosave: SheetAutosave
  readonly onSign: (role: SignRole, name: string, strokes: string) => Promise<boolean>
}

/** ① to ⑨, as on the paper. */
function SheetParts({ id, photos: Photos, autosave, onSign }: PartsProps) {
  const { correcting } = useSheet()
  return (
    <>
      <FieldsSection section="head" />
      <FieldsSection section="inspectedParty" />
      <FieldsSection section="producer" tools={<SameAsInspected />} />
      <FieldsSection section="product">
        <RuleFill />
      </FieldsSection>
      <FieldsSection section="sampling" hints={HINTS} />
      <SheetSection name="items" tools={<LiveVerdict />}>
        <ItemsGrid />
      </SheetSection>
      <SheetSection name="photos">
        <Photos record={id} kind="samplingSheet" editable={!correcting} ensure={autosave.saver.ensure} />
      </SheetSection>
      <PeopleSection />
      <SignaturesSection onSign={onSign} />
    </>
  )
}
