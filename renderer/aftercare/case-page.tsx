import './aftercare.css'
import { FolderOpenOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type ReactNode, useMemo } from 'react'
import type { CaseSummary } from '#shared/aftercare/aftercare-contract'
import { aftercareProcedure } from '#shared/aftercare/aftercare-procedure'
import type { OutputOf } from '#shared/kernel/contract'
import { CourseSteps } from '../kernel/course/course-steps'
import { CourseStrip } from '../kernel/course/course-strip'
import type { StepPhotos } from '../kernel/course/step-plan'
import { EmptyState } from '../kernel/empty-state'
import { useWords } from '../kernel/i18n'
import { Page } from '../kernel/page'
import { PrintButton } from '../kernel/print-button'
import { DemoMark } from '../kernel/state-pill'
import { CaseClocks } from './case-clocks'
import { CaseContext } from './case-context'
import { CaseHead } from './case-head'
import { CaseMissing } from './case-missing'
import { casePlan, turns } from './case-plan'
import { CaseState } from './case-state'
import { ClosingBlocked } from './closing-blocked'
import { store } from './store'

interface CasePageProps {
  readonly id: string
  readonly photos: StepPhotos
  /** 案卷自查 of this case, drawn by the feature that inspects files. */
  readonly inspect: ReactNode
}

/** One case: what it is about, where it stands on its five tracks, what is due, what to do next, and what was done. */
export function CasePage({ id, ...slots }: CasePageProps) {
  const { data: detail } = useQuery(store.ask('aftercare.getCase', { id }))
  if (detail === undefined) return null
  return detail === null ? <Missing /> : <Known detail={detail} {...slots} />
}

type Detail = NonNullable<OutputOf<typeof import('#shared/aftercare/aftercare-contract').aftercareContract['aftercare.getCase']>>

function Known({ detail, photos, inspect }: Omit<CasePageProps, 'id'> & { readonly detail: Detail }) {
  const { summary, doc, course, clocks, missing, verdict } = detail
  const facts = useMemo(() => ({ doc, course }), [doc, course])
  const closing = (): ReactNode => <ClosingBlocked missing={missing} />
  const isBlocked = (step: string): boolean => step === 'close' && missing.length > 0
  return (
    <CaseContext value={facts}>
      <Page screen="case" wide title={<Title summary={summary} />} lead={summary.title} actions={<PrintButton record={summary.id} />}>
        <CaseHead doc={doc} verdict={verdict} />
        <CourseStrip procedure={aftercareProcedure} course={course} probes={turns} />
        <div className="case-columns">
          <div>
            <CourseSteps
              procedure={aftercareProcedure}
              course={course}
              plan={casePlan}
              subjectField="case"
              photos={photos}
              newStep={(step) => store.call('aftercare.newStep', { case: summary.id, step })}
              isOwn={isBlocked}
              renderOwn={closing}
            >
              <CaseClocks clocks={clocks} open={course.open} />
            </CourseSteps>
          </div>
          <div>
            {course.open && <CaseMissing missing={missing} />}
            {inspect}
          </div>
        </div>
      </Page>
    </CaseContext>
  )
}

function Title({ summary: { no, main, demo } }: { readonly summary: CaseSummary }) {
  return (
    <>
      <span className="mono">{no}</span> <CaseState state={main} /> {demo && <DemoMark />}
    </>
  )
}

function Missing() {
  const t = useWords()
  return (
    <Page screen="case-missing" title={t('aftercare.missing')}>
      <EmptyState
        icon={<FolderOpenOutlined />}
        title={t('aftercare.missing')}
        action={<Link to="/aftercare">{t('aftercare.toBoard')}</Link>}
      >
        {t('aftercare.missingText')}
      </EmptyState>
    </Page>
  )
}
