import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Alert } from 'antd'
import { useWatch } from 'react-hook-form'
import { CertificationKind } from '#shared/certification/certification-choices'
import { textAt } from '#shared/kernel/kind'
import type { RecordPlan } from '../kernel/course/record-plan'
import type { StepPlan } from '../kernel/course/step-plan'
import { useDebounced } from '../kernel/debounced'
import { useAnyWord, useWords } from '../kernel/i18n'
import { certificationKinds, enterpriseIn } from './field-kinds'
import { caseFields, certificateFields, stepFields } from './field-specs'
import { StepTables } from './step-tables'
import { store } from './store'

const WIDE = ['gapAnalysis', 'documents']

/** How the steps of a case are filled in. */
export const stepPlan: StepPlan = {
  kind: 'certificationStep',
  words: 'certification',
  fieldsOf: stepFields,
  kinds: certificationKinds,
  Foot: StepFoot,
  Facts: StepTables,
  isWide: (step) => WIDE.includes(step),
}

/** What the gate asks and what is not done, said where the step is filled in. */
function StepFoot({ step }: { readonly step: string }) {
  const word = useAnyWord()
  return (
    <p className="quiet step-hint" data-hint={step}>
      {word(`certification.hint.${step}`)}
    </p>
  )
}

export const casePlan: RecordPlan = { kind: 'certificationCase', words: 'certification', fields: caseFields, kinds: certificationKinds }

export const certificatePlan: RecordPlan = {
  kind: 'certificate',
  words: 'certification',
  fields: certificateFields,
  // The enterprise of a case is that of its certificates.
  isShown: ({ key }, doc) =>
    key === 'enterprise' ? textAt(doc, 'case') === '' : key !== 'verifiedOn' || (doc['verification'] ?? 'unverified') !== 'unverified',
  kinds: certificationKinds,
}

/** Open cases for the same wish: said while the form is filled in, and no reason not to open another. */
export function SimilarCases({ besides }: { readonly besides?: string }) {
  const t = useWords()
  const watched: readonly unknown[] = useWatch({ name: ['enterprise', 'certificationKind', 'scope'] })
  const [enterprise, kind, typed] = watched
  const scope = useDebounced(typeof typed === 'string' ? typed.trim() : '', 200)
  const [id, known] = [enterpriseIn(enterprise), CertificationKind.safeParse(kind)]
  const asked = { enterprise: id, certificationKind: known.data ?? 'qms', scope, ...(besides === undefined ? {} : { besides }) }
  const { data } = useQuery({ ...store.ask('certification.similarCases', asked), enabled: id !== '' && known.success })
  if (data === undefined || data.length === 0) return null
  return (
    <Alert
      type="info"
      showIcon
      data-similar={data.length}
      title={t('certification.similar')}
      description={data.map((one) => (
        <Link key={one.id} to="/certification/$id" params={{ id: one.id }} className="mono similar-case">
          {one.no}
        </Link>
      ))}
    />
  )
}
