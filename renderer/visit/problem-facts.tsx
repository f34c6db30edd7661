import type { ReactNode } from 'react'
import { textAt } from '#shared/kernel/kind'
import { useAnyWord, useNameOf, useWords } from '../kernel/i18n'
import { Panel } from '../kernel/page'
import { DueDay } from './due-day'
import type { ProblemDetail } from './problem-page'
import type { PhotosOf } from './visit-doc'
import { problemSlot } from './visit-photos'

interface FactsProps {
  readonly detail: ProblemDetail
  readonly photos: PhotosOf
}

/** What was found, with its photos, what was prescribed for it, and what it brought. */
export function ProblemFacts({ detail, photos: Photos }: FactsProps) {
  const t = useWords()
  const slot = problemSlot(detail.summary.id)
  return (
    <div className="problem-columns">
      <Panel name="found" title={t('visit.problem.found')}>
        <Found detail={detail} />
        <Photos
          record={detail.summary.visit}
          kind="visit"
          editable={false}
          slots={[slot]}
          only
          names={{ [slot]: t('visit.problem.found') }}
          ensure={() => Promise.resolve(true)}
        />
      </Panel>
      <Panel
        name="prescribed"
        title={t('visit.section.prescriptions')}
        extra={<DueDay due={detail.summary.due} daysLeft={detail.summary.daysLeft} />}
      >
        <Prescriptions detail={detail} />
        <BenefitLine detail={detail} />
      </Panel>
    </div>
  )
}

function Facts({ facts }: { readonly facts: readonly (readonly [string, ReactNode])[] }) {
  return (
    <dl className="facts">
      {facts
        .filter(([, said]) => said !== '')
        .map(([name, said]) => (
          <div key={name} className="fact">
            <dt>{name}</dt>
            <dd>{said}</dd>
          </div>
        ))}
    </dl>
  )
}

function Found({ detail: { summary, problem } }: Pick<FactsProps, 'detail'>) {
  const t = useWords()
  const word = useAnyWord()
  const said = (name: string, code: string): string => (code === '' ? '' : word(`visit.choice.${name}.${code}`))
  return (
    <Facts
      facts={[
        [t('visit.problem.raisedOn'), summary.on],
        [t('visit.field.problems.type'), said('type', summary.type)],
        [t('visit.field.problems.severity'), said('severity', summary.severity)],
        [t('visit.field.problems.dimension'), said('dimension', summary.dimension)],
        [t('visit.field.problems.element'), said('element', textAt(problem, 'element'))],
        [t('visit.problem.raisedBy'), textAt(problem, 'raisedBy')],
        [t('visit.problem.cause'), textAt(problem, 'cause')],
      ]}
    />
  )
}

function Prescriptions({ detail: { prescriptions, rule, summary } }: Pick<FactsProps, 'detail'>) {
  const t = useWords()
  const word = useAnyWord()
  const nameOf = useNameOf()
  return (
    <>
      {prescriptions.length === 0 && <p className="quiet">{t('visit.problem.notPrescribed')}</p>}
      {prescriptions.map((one) => (
        <div key={textAt(one, 'measure')} className="prescribed">
          <p>{textAt(one, 'measure')}</p>
          <Facts
            facts={[
              [t('visit.field.prescriptions.owner'), textAt(one, 'owner')],
              [t('visit.field.prescriptions.due'), textAt(one, 'due')],
              [
                t('visit.field.prescriptions.resource'),
                textAt(one, 'resource') && word(`visit.choice.resource.${textAt(one, 'resource')}`),
              ],
              [t('visit.problem.expected'), textAt(one, 'expectedEffect')],
            ]}
          />
        </div>
      ))}
      {rule !== null && summary.due !== null && !prescriptions.some((one) => textAt(one, 'due') !== '') && (
        <p className="quiet">{t('visit.problem.rule', { name: nameOf(rule.name), days: rule.days, source: rule.source })}</p>
      )}
    </>
  )
}

/** A benefit, and whether it counts. */
function BenefitLine({ detail: { benefit } }: Pick<FactsProps, 'detail'>) {
  const t = useWords()
  if (benefit === null) return null
  const { yuan, basis, confirmedBy, confirmedOn } = benefit
  const confirmed = confirmedBy !== '' && confirmedOn !== ''
  return (
    <p className="benefit" data-confirmed={confirmed}>
      <strong>{t('visit.problem.benefit')}</strong> {t('visit.problem.benefitText', { yuan, basis })}{' '}
      <span className="benefit-mark">
        {confirmed ? t('visit.problem.confirmed', { by: confirmedBy, on: confirmedOn }) : t('visit.problem.unconfirmed')}
      </span>
    </p>
  )
}
