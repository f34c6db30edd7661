import { type ComponentType, useCallback } from 'react'
import { useForm } from 'react-hook-form'
import type { StoredDoc } from '../kernel/form/editable'
import { FieldRows } from '../kernel/form/field-rows'
import { RecordForm } from '../kernel/form/record-form'
import { FormSection } from '../kernel/form/section'
import { useDraft } from '../kernel/form/use-draft'
import { useProblems } from '../kernel/form/use-problems'
import { type Correction, useSeal } from '../kernel/form/use-seal'
import { queryClient } from '../kernel/query-client'
import { SHEET_COLUMNS } from '../reference/items/item-doc'
import { ItemsGrid } from '../reference/items/items-grid'
import { ExceptionsPanel } from './exceptions-panel'
import { PartySection } from './party-section'
import { PeopleSection } from './people-section'
import { RepeatAll } from './repeat-all'
import { BaseHint, RuleFill } from './rule-fill'
import { formOf, type SheetForm as Values } from './sheet-doc'
import { fieldsOf } from './sheet-fields'
import { type Shown, useSheetPlan } from './sheet-plan'
import { ConfirmedForSale, SignaturesSection, type SignerList } from './signatures-section'
import { type OnSign, useSigning } from './signed-form'
import { KIND, store } from './store'
import { useRepeatLast } from './use-repeat-last'

/** The photos of a record belong to the feature `attachment`; `app/` hands them in. */
export type PhotosOf = ComponentType<{
  readonly record: string
  readonly kind: string
  readonly editable: boolean
  /** The places offered; left out, the shot list of a sampling. */
  readonly slots?: readonly string[]
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

const refresh = (): void => void queryClient.invalidateQueries({ queryKey: ['spotCheck.checkSheet'] })

export function SheetForm({ id, doc, cursor, savedAt, photos, correction, footer }: SheetFormProps) {
  const form = useForm<Values>({ defaultValues: formOf(doc) })
  const draft = useDraft({ id, kind: KIND, form, savedAt, enabled: correction === null, onWritten: refresh })
  const seal = useSeal({ id, form, draft, correction })
  const check = useCallback(() => store.ask('spotCheck.checkSheet', { id }), [id])
  const problems = useProblems({ check, draft, seal, correction })
  const plan = useSheetPlan(form, problems)
  const onSign = useSigning('spotCheck.signSheet', id, form, draft)
  useRepeatLast(form)
  return (
    <RecordForm
      plan={plan}
      form={form}
      draft={draft}
      seal={seal}
      correction={correction}
      problems={problems}
      check={check}
      cursor={cursor}
      footer={footer}
    >
      <SheetParts photos={photos} id={id} ensure={draft.saver.ensure} onSign={onSign} shown={plan.shown} correcting={correction !== null} />
    </RecordForm>
  )
}

const HINTS = { 'sampling.base': <BaseHint /> }
const SIGNERS: SignerList = [
  { role: 'inspectedParty', must: true },
  { role: 'producer', must: false },
  { role: 'witness', must: false },
]
const SCREENSHOTS = ['screenshot']
const RECEIPTS = ['facade', 'licence', 'process', 'sample', 'beforeSeal', 'afterSeal', 'group', 'receipt', 'other']

interface PartsProps {
  readonly id: string
  readonly photos: PhotosOf
  readonly ensure: () => Promise<boolean>
  readonly onSign: OnSign
  readonly shown: Shown
  readonly correcting: boolean
}

/** As on the paper. */
function SheetParts({ id, photos: Photos, ensure, onSign, shown, correcting }: PartsProps) {
  const photos = { record: id, kind: KIND, editable: !correcting, ensure }
  return (
    <>
      <FormSection name="head" tools={correcting ? undefined : <RepeatAll />}>
        <FieldRows fields={fieldsOf('head').filter(({ key }) => key !== 'head.nationalNo' || shown.food)} />
      </FormSection>
      <PartySection section="inspectedParty" fields={fieldsOf('inspectedParty')} />
      <PartySection section="producer" fields={fieldsOf('producer')} />
      <FormSection name="product">
        <FieldRows fields={fieldsOf('product')} />
        <RuleFill />
      </FormSection>
      <FormSection name="sampling">
        <FieldRows fields={fieldsOf('sampling')} hints={HINTS} />
      </FormSection>
      {shown.online && (
        <FormSection name="online">
          <FieldRows fields={fieldsOf('online')} />
          <Photos {...photos} slots={SCREENSHOTS} />
        </FormSection>
      )}
      {shown.food && (
        <FormSection name="food">
          <FieldRows fields={fieldsOf('food')} />
        </FormSection>
      )}
      <FormSection name="items">
        <ItemsGrid columns={SHEET_COLUMNS} />
      </FormSection>
      <FormSection name="photos">
        <Photos {...photos} slots={RECEIPTS} />
      </FormSection>
      <PeopleSection fields={fieldsOf('samplingBody')} />
      <SignaturesSection signers={SIGNERS} onSign={onSign}>
        <ConfirmedForSale />
      </SignaturesSection>
      {shown.exceptions && <ExceptionsPanel />}
    </>
  )
}
