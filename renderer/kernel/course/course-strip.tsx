import './course.css'
import { useMemo } from 'react'
import type { CourseDetail } from '#shared/kernel/course-contract'
import type { Procedure } from '#shared/kernel/procedure'
import { useNameOf, useWords } from '../i18n'
import { CourseChart } from './course-chart'
import { pathsOf, type Reached } from './course-map'

interface StripProps {
  /** The table: from `shared/<feature>/<feature>-procedure.ts`. */
  readonly procedure: Procedure
  readonly course: CourseDetail
  /** Documents that make each step turn out in every way it can, where `lands` alone says too much. */
  readonly probes?: readonly Readonly<Record<string, unknown>>[]
}

/**
 * Where a procedure stands, drawn from its table: the main track as a chart of states (way so far, present state, possible next),
 * every other track as a line under it. Screen readers get each state with its standing, and a sentence about where it stands.
 */
export function CourseStrip({ procedure, course, probes }: StripProps) {
  const t = useWords()
  const nameOf = useNameOf()
  const paths = useMemo(() => pathsOf(procedure, course.taken), [procedure, course.taken])
  const { main, ...others } = procedure.tracks
  const stateName = (track: string, state: string): string => nameOf(procedure.tracks[track]?.states[state] ?? { zh: state, en: state })
  const present = stateName('main', course.states['main'] ?? '')
  const next = course.next.map(({ name }) => nameOf(name)).join(t('kernel.course.and'))
  return (
    <section className="course" aria-label={t('kernel.course.label')} data-course={course.states['main']}>
      <p className="course-now">
        <strong>{present}</strong>
        <span className="quiet">
          {next === '' ? t(course.open ? 'kernel.course.nothingNext' : 'kernel.course.ended') : t('kernel.course.next', { steps: next })}
        </span>
      </p>
      {main !== undefined && <CourseChart procedure={procedure} course={course} path={paths['main'] ?? []} probes={probes ?? NONE} />}
      {Object.keys(others).length > 0 && (
        <dl className="course-tracks">
          {Object.entries(others).map(([track, { name }]) => (
            <div key={track} className="course-track" data-track={track}>
              <dt>{nameOf(name)}</dt>
              <dd>
                <TrackLine path={paths[track] ?? []} nameOf={(state) => stateName(track, state)} />
              </dd>
            </div>
          ))}
        </dl>
      )}
    </section>
  )
}

const NONE: readonly Readonly<Record<string, unknown>>[] = []

function TrackLine({ path, nameOf }: { readonly path: readonly Reached[]; readonly nameOf: (state: string) => string }) {
  return (
    <ol className="course-line">
      {path.map(({ state, on }, index) => {
        const isLast = index === path.length - 1
        return (
          <li
            // biome-ignore lint/suspicious/noArrayIndexKey: a state may be reached twice; its place on the way is what it is
            key={index}
            className="course-chip"
            data-standing={isLast ? (path.length === 1 ? 'start' : 'now') : 'done'}
            aria-current={isLast ? 'step' : undefined}
          >
            {nameOf(state)} {on !== '' && <span className="number">{on.slice(5, 10)}</span>}
          </li>
        )
      })}
    </ol>
  )
}
