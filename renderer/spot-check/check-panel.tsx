import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import type { CourseDetail, TakenStep } from '#shared/kernel/course-contract'
import { textAt } from '#shared/kernel/kind'
import { checkProcedure } from '#shared/spot-check/check-procedure'
import { CourseSteps } from '../kernel/course/course-steps'
import { CourseStrip } from '../kernel/course/course-strip'
import { useNameOf, useWords } from '../kernel/i18n'
import { Panel } from '../kernel/page'
import type { ItemForm } from '../reference/items/item-doc'
import { ItemsTable } from '../reference/items/items-table'
import { VerdictPill } from '../reference/items/verdict-pill'
import { type Outcome, useNewSheet, useNewSiteReport } from './fresh-sheets'
import type { PhotosOf } from './sheet-form'
import { checkStepPlan } from './step-fields'
import { EditionContext } from './step-foot'
import { store } from './store'

interface CheckProps {
  readonly check: string
  /** The record whose page this is; the others of the check are linked. */
  readonly here: string
  readonly photos: PhotosOf
  /** What follows by the state of the check (the case of a failed batch, the look through its file); `app/` hands it in. */
  readonly afterVerdict?: ((check: string, state: string) => ReactNode) | undefined
  /** A step to begin with at once. */
  readonly begin?: string | undefined
}

/** The edition that the check's sheet stands on, else its standard. */
function useEdition(sheet: string | null): string {
  const { data } = useQuery({ ...store.ask('record.get', { id: sheet ?? '' }), enabled: sheet !== null })
  return textAt(data?.doc, 'product', 'ruleEdition') || textAt(data?.doc, 'product', 'standard')
}

/** The whole of one check: where it stands, what may come next, what was done, and the verdict in one sentence. */
export function CheckPanel({ check, here, photos, afterVerdict, begin }: CheckProps) {
  const { data } = useQuery(store.ask('spotCheck.getCheck', { check }))
  const edition = useEdition(data?.sheet ?? null)
  if (data === undefined || data === null) return null
  const { course, explained, task, summary } = data
  return (
    <EditionContext value={edition}>
      <CourseStrip procedure={checkProcedure} course={course} />
      {task !== null && <OfTask task={task} />}
      <CourseSteps
        procedure={checkProcedure}
        course={course}
        plan={checkStepPlan}
        subjectField="check"
        newStep={(step) => store.call('spotCheck.newStep', { check, step })}
        photos={photos}
        renderLink={(step) => (step.id === here ? null : <StepLink step={step} />)}
        renderOwn={(step) => <OwnNext step={step} check={check} />}
        isOwn={(step) => OWN.includes(step)}
        begin={begin}
      >
        {explained !== null && <Explained {...explained} items={reportedItems(course)} />}
        {afterVerdict?.(check, summary.state)}
      </CourseSteps>
    </EditionContext>
  )
}

function OfTask({ task: { id, no, title } }: { readonly task: { readonly id: string; readonly no: string; readonly title: string } }) {
  const t = useWords()
  return (
    <p className="of-task">
      {t('spotCheck.check.ofTask')}{' '}
      <Link to="/tasks/$id" params={{ id }}>
        <span className="mono">{no}</span> {title}
      </Link>
    </p>
  )
}

interface ExplainedProps {
  readonly verdict: string
  readonly sentence: { readonly zh: string; readonly en: string }
  readonly edition: string
  readonly items: readonly ItemForm[]
}

/** What the laboratory found, as the report that counts says it. */
const reportedItems = ({ taken }: CourseDetail): readonly ItemForm[] => {
  const items = taken.findLast(({ step }) => step === 'report')?.doc['items']
  return Array.isArray(items) ? (items as ItemForm[]) : []
}

function Explained({ verdict, sentence, edition, items }: ExplainedProps) {
  const t = useWords()
  const nameOf = useNameOf()
  return (
    <Panel name="verdict" title={t('spotCheck.check.verdict')} extra={<VerdictPill verdict={verdict as 'nonconforming'} />}>
      <p className="verdict-sentence" data-verdict={verdict}>
        {nameOf(sentence)}
      </p>
      {edition !== '' && <p className="quiet">{t('spotCheck.check.edition', { edition })}</p>}
      <ItemsTable items={items} />
    </Panel>
  )
}

/** Steps that are documents with a form of their own; being put in a task is none of a check's own. */
const OWN: readonly string[] = ['plan', 'outcome', 'seal']
const OUTCOMES: readonly Outcome[] = ['notFound', 'refused', 'terminated']

function OwnNext({ step, check }: { readonly step: string; readonly check: string }) {
  const t = useWords()
  const newSheet = useNewSheet()
  const newReport = useNewSiteReport()
  if (step === 'seal') {
    return (
      <Button type="primary" data-action="step-seal" onClick={() => void newSheet({ check })}>
        {t('spotCheck.check.sample')}
      </Button>
    )
  }
  if (step !== 'outcome') return null
  return (
    <span className="steps-next">
      {OUTCOMES.map((outcome) => (
        <Button key={outcome} data-action={`step-${outcome}`} onClick={() => void newReport({ outcome, check })}>
          {t(`spotCheck.check.outcome.${outcome}`)}
        </Button>
      ))}
    </span>
  )
}

const PAGES = { samplingSheet: '/spot-checks/$id', siteReport: '/site-reports/$id', spotCheckTask: '/tasks/$id' } as const

function StepLink({ step: { id, kind } }: { readonly step: TakenStep }) {
  const t = useWords()
  const to = (PAGES as Readonly<Record<string, (typeof PAGES)['samplingSheet' | 'siteReport' | 'spotCheckTask']>>)[kind]
  return to === undefined ? null : (
    <Link to={to} params={{ id }}>
      {t('kernel.course.open')}
    </Link>
  )
}
