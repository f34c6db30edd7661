import { useCallback } from 'react'
import { useForm } from 'react-hook-form'
import type { FormInput } from '../kernel/form/document-screen'
import { FieldRows } from '../kernel/form/field-rows'
import { RecordForm } from '../kernel/form/record-form'
import { FormSection } from '../kernel/form/section'
import { useDraft } from '../kernel/form/use-draft'
import { useProblems } from '../kernel/form/use-problems'
import { useSeal } from '../kernel/form/use-seal'
import { useWords } from '../kernel/i18n'
import { queryClient } from '../kernel/query-client'
import { ControlsSection } from './controls-section'
import { DiagnosisSection } from './diagnosis-section'
import { store } from './store'
import { TakenOver } from './taken-over'
import { KIND, type PhotosOf, type VisitValues } from './visit-doc'
import { visitFields, visitPlan } from './visit-fields'
import { VisitPhotos } from './visit-photos'
import { HelperRows, PrescriptionRows, ProblemRows, TrainingRows } from './visit-rows'

const refresh = (): void => void queryClient.invalidateQueries({ queryKey: ['visit.check'] })

/** 巡诊快速登记: one screen, by keyboard alone, with what is known already in it. */
export function VisitForm({ id, doc, cursor, savedAt, correction, footer, photos }: FormInput & { readonly photos: PhotosOf }) {
  const t = useWords()
  const form = useForm<VisitValues>({ defaultValues: structuredClone<VisitValues>(doc) })
  const correcting = correction !== null
  const draft = useDraft({ id, kind: KIND, form, savedAt, enabled: !correcting, onWritten: refresh })
  const seal = useSeal({ id, form, draft, correction })
  const check = useCallback(() => store.ask('visit.check', { id }), [id])
  const problems = useProblems({ check, draft, seal, correction })
  return (
    <RecordForm
      plan={visitPlan}
      form={form}
      draft={draft}
      seal={seal}
      correction={correction}
      problems={problems}
      check={check}
      cursor={cursor}
      sealText={t('visit.form.sealText')}
      footer={footer}
    >
      <FormSection name="enterprise">
        <FieldRows fields={visitFields.enterprise} hints={HINTS} />
        <TakenOver correcting={correcting} />
      </FormSection>
      <VisitRows />
      <FormSection name="feedback">
        <FieldRows fields={visitFields.feedback} />
      </FormSection>
      <DiagnosisSection />
      <ControlsSection />
      <FormSection name="photos">
        <VisitPhotos id={id} photos={photos} editable={!correcting} ensure={draft.saver.ensure} />
      </FormSection>
      <FormSection name="more">
        <FieldRows fields={visitFields.more} hints={HINTS} />
      </FormSection>
    </RecordForm>
  )
}

function VisitRows() {
  return (
    <>
      <FormSection name="helpers">
        <HelperRows />
      </FormSection>
      <FormSection name="problems">
        <ProblemRows />
      </FormSection>
      <FormSection name="prescriptions">
        <PrescriptionRows />
      </FormSection>
      <FormSection name="trainings">
        <TrainingRows />
      </FormSection>
    </>
  )
}

function Hint({ name }: { readonly name: 'activityHint' | 'times' }) {
  const t = useWords()
  return <span>{t(`visit.form.${name}`)}</span>
}

const HINTS = { activity: <Hint name="activityHint" />, arrivedAt: <Hint name="times" />, leftAt: <Hint name="times" /> }
