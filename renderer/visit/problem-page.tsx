import './visit.css'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { OutputOf } from '#shared/kernel/contract'
import { textAt } from '#shared/kernel/kind'
import { problemProcedure } from '#shared/visit/problem-procedure'
import type { visitContract } from '#shared/visit/visit-contract'
import { CourseSteps } from '../kernel/course/course-steps'
import { CourseStrip } from '../kernel/course/course-strip'
import type { StepPhotos } from '../kernel/course/step-plan'
import { MissingDocument } from '../kernel/document/missing-document'
import { useWords } from '../kernel/i18n'
import { Page } from '../kernel/page'
import { ProblemFacts } from './problem-facts'
import { problemPlan, turns } from './problem-plan'
import { ProblemState } from './problem-state'
import { store } from './store'
import type { PhotosOf } from './visit-doc'

export type ProblemDetail = NonNullable<OutputOf<(typeof visitContract)['visit.getProblem']>>

interface PageProps {
  readonly id: string
  readonly photos: PhotosOf & StepPhotos
}

/** One problem: what was found, what was prescribed, where it stands, what may be done next and what was done. */
export function ProblemPage({ id, photos }: PageProps) {
  const { data: detail } = useQuery(store.ask('visit.getProblem', { id }))
  if (detail === undefined) return null
  return detail === null ? <MissingDocument to="/problems" /> : <Known detail={detail} photos={photos} />
}

function Known({ detail, photos }: { readonly detail: ProblemDetail; readonly photos: PageProps['photos'] }) {
  const t = useWords()
  const { summary, course } = detail
  return (
    <Page
      screen="problem"
      wide
      title={
        <>
          {summary.description} <ProblemState problem={summary} />
        </>
      }
      lead={
        <>
          <Link to="/enterprises/$id" params={{ id: summary.enterpriseId }}>
            {summary.enterprise}
          </Link>{' '}
          · {t('visit.problem.visit')}{' '}
          <Link to="/visits/$id" params={{ id: summary.visit }} className="mono">
            {summary.visitNo}
          </Link>
        </>
      }
    >
      <ProblemFacts detail={detail} photos={photos} />
      <CourseStrip procedure={problemProcedure} course={course} probes={turns} />
      <CourseSteps
        procedure={problemProcedure}
        course={course}
        plan={problemPlan}
        subjectField="problem"
        photos={photos}
        newStep={(step) => store.call('visit.newStep', { problem: summary.id, step })}
        renderLink={({ id, doc }) => (
          <Link to="/visits/$id" params={{ id }} className="mono">
            {textAt(doc, 'no')}
          </Link>
        )}
      />
    </Page>
  )
}
