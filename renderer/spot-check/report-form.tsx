import { useCallback, useMemo } from 'react'
import { useForm, useWatch } from 'react-hook-form'
import { type NotFoundReason, type SiteReport, STAMP_NEEDED } from '#shared/spot-check/site-report'
import type { FormInput } from '../kernel/form/document-screen'
import type { Editable } from '../kernel/form/editable'
import { FieldRows } from '../kernel/form/field-rows'
import { RecordForm } from '../kernel/form/record-form'
import { FormSection } from '../kernel/form/section'
import { useDraft } from '../kernel/form/use-draft'
import { useProblems } from '../kernel/form/use-problems'
import { useSeal } from '../kernel/form/use-seal'
import { useWords } from '../kernel/i18n'
import { queryClient } from '../kernel/query-client'
import { PartySection } from './party-section'
import { PeopleSection } from './people-section'
import { findingOf, type ReportParts, reportFields, reportPlan } from './report-fields'
import type { PhotosOf } from './sheet-form'
import { SignaturesSection, type SignerList } from './signatures-section'
import { type OnSign, useSigning } from './signed-form'
import { store } from './store'

export type ReportValues = Editable<SiteReport>

const KIND = 'siteReport'
const refresh = (): void => void queryClient.invalidateQueries({ queryKey: ['spotCheck.checkSiteReport'] })

export const needsStamp = (reason: string | undefined): boolean => STAMP_NEEDED.includes(reason as NotFoundReason)

/** Which parts a report has: a refusal has its witness, and the local bureau speaks where its stamp or opinion is wanted. */
export function partsOf({ outcome, reason, localBureau }: ReportValues): ReportParts {
  const told = Object.values(localBureau ?? {}).some((value) => value !== undefined && value !== '')
  return { witness: outcome !== 'notFound', localBureau: outcome !== 'notFound' || needsStamp(reason) || told }
}

/** 未抽到样品, 拒检, 终止抽样: one form, which asks for what the outcome needs. */
export function ReportForm({ id, doc, cursor, savedAt, correction, footer, photos }: FormInput & { readonly photos: PhotosOf }) {
  const form = useForm<ReportValues>({ defaultValues: structuredClone<ReportValues>(doc) })
  const draft = useDraft({ id, kind: KIND, form, savedAt, enabled: correction === null, onWritten: refresh })
  const seal = useSeal({ id, form, draft, correction })
  const check = useCallback(() => store.ask('spotCheck.checkSiteReport', { id }), [id])
  const problems = useProblems({ check, draft, seal, correction })
  const [outcome, reason, localBureau] = useWatch({ control: form.control, name: ['outcome', 'reason', 'localBureau'] })
  const { witness, localBureau: bureau } = partsOf({ outcome, reason, localBureau })
  const plan = useMemo(() => reportPlan({ witness, localBureau: bureau }), [witness, bureau])
  const onSign = useSigning('spotCheck.signSiteReport', id, form, draft)
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
      <ReportSections
        id={id}
        parts={{ witness, localBureau: bureau }}
        outcome={outcome}
        photos={photos}
        ensure={draft.saver.ensure}
        onSign={onSign}
        correcting={correction !== null}
      />
    </RecordForm>
  )
}

const SIGNERS: SignerList = [
  { role: 'inspectedParty', must: false },
  { role: 'witness', must: false },
]
const SLOTS = ['facade', 'licence', 'process', 'proof', 'other']

interface PartsProps {
  readonly id: string
  readonly parts: ReportParts
  readonly outcome: string | undefined
  readonly photos: PhotosOf
  readonly ensure: () => Promise<boolean>
  readonly onSign: OnSign
  readonly correcting: boolean
}

function ReportSections({ id, parts, outcome, photos: Photos, ensure, onSign, correcting }: PartsProps) {
  return (
    <>
      <FormSection name="visit">
        <FieldRows fields={reportFields.visit} />
      </FormSection>
      <PartySection section="inspectedParty" fields={reportFields.inspectedParty} />
      <FormSection name="product">
        <FieldRows fields={reportFields.product} />
      </FormSection>
      <FormSection name="finding">
        <FieldRows fields={findingOf(outcome)} hints={HINTS} />
      </FormSection>
      {parts.witness && (
        <FormSection name="witness">
          <FieldRows fields={reportFields.witness} />
        </FormSection>
      )}
      {parts.localBureau && (
        <FormSection name="localBureau">
          <FieldRows fields={reportFields.localBureau} />
        </FormSection>
      )}
      <FormSection name="photos">
        <Photos record={id} kind={KIND} editable={!correcting} slots={SLOTS} ensure={ensure} />
      </FormSection>
      <PeopleSection fields={reportFields.samplingBody} />
      <SignaturesSection signers={SIGNERS} onSign={onSign} />
    </>
  )
}

/** Said beside the reason at once: whether the local bureau has to stamp the report. */
function StampHint() {
  const t = useWords()
  const reason = useWatch<ReportValues, 'reason'>({ name: 'reason' })
  if (reason === undefined) return null
  const needed = needsStamp(reason)
  return (
    <span className="stamp-hint" data-stamp={needed}>
      {t(needed ? 'spotCheck.report.stampNeeded' : 'spotCheck.report.stampNotNeeded')}
    </span>
  )
}

const HINTS = { reason: <StampHint /> }
