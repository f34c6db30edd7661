import './certification.css'
import { SafetyCertificateOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import type { CertificationCaseSummary, certificationContract } from '#shared/certification/certification-contract'
import { certificationProcedure } from '#shared/certification/certification-procedure'
import type { OutputOf } from '#shared/kernel/contract'
import { textAt } from '#shared/kernel/kind'
import { CourseSteps } from '../kernel/course/course-steps'
import type { StepPhotos } from '../kernel/course/step-plan'
import { UnfinishedSteps } from '../kernel/course/unfinished-steps'
import { useRecordDrawer } from '../kernel/course/use-record-drawer'
import { EmptyState } from '../kernel/empty-state'
import { useFeedback } from '../kernel/feedback'
import { useWords } from '../kernel/i18n'
import { Page, Panel } from '../kernel/page'
import { DemoMark } from '../kernel/state-pill'
import { CertificationHead } from './case-head'
import { Age, StageMark } from './case-marks'
import { CertificateTable } from './certificate-table'
import { CertificationClocks } from './certification-clocks'
import { GatePanel } from './gate-panel'
import { casePlan, stepPlan } from './plans'
import { StageStrip } from './stage-strip'
import { store } from './store'
import { useCertificateDrawer } from './use-certificate-drawer'

interface PageProps {
  readonly id: string
  readonly photos: StepPhotos
}

/** One case: where it stands of twelve stages, what its gate asks, what was done, and what was certified. */
export function CertificationPage({ id, photos }: PageProps) {
  const { data: detail } = useQuery(store.ask('certification.getCase', { id }))
  if (detail === undefined) return null
  return detail === null ? <Missing /> : <Known detail={detail} photos={photos} />
}

type Detail = NonNullable<OutputOf<(typeof certificationContract)['certification.getCase']>>

function Known({ detail, photos }: { readonly detail: Detail; readonly photos: StepPhotos }) {
  const t = useWords()
  const { summary, doc, course, certificates, clocks } = detail
  const certificate = useCertificateDrawer(photos, summary.id)
  const head = useRecordDrawer({ plan: casePlan, title: t('certification.case') })
  const { refused } = useFeedback()
  const [wanted, setWanted] = useState<{ readonly step: string | undefined; readonly n: number }>({ step: undefined, n: 0 })
  /** What is next is begun; of everything else the store says which gate stands before it. */
  const chooseStage = async (step: string): Promise<void> => {
    if (step === 'certificate' && course.next.some((next) => next.step === step)) return certificate.beginCertificate()
    if (course.next.some((next) => next.step === step)) return setWanted({ step, n: wanted.n + 1 })
    const asked = { case: summary.id }
    const answer = await (step === 'certificate'
      ? store.call('certification.newCertificate', asked)
      : store.call('certification.newStep', { ...asked, step }))
    if (!answer.ok) refused(answer.problems)
  }
  const mayCertify = course.next.some(({ step }) => step === 'certificate')
  return (
    <Page screen="certification-case" wide title={<Title summary={summary} />} lead={summary.title}>
      <StageStrip course={course} onStage={(step) => void chooseStage(step)} />
      <div className="certification-columns">
        <div>
          <CourseSteps
            key={wanted.n}
            begin={wanted.step}
            procedure={certificationProcedure}
            course={course}
            plan={stepPlan}
            subjectField="case"
            photos={photos}
            newStep={(step) => store.call('certification.newStep', { case: summary.id, step })}
            isOwn={(step) => step === 'certificate'}
            renderOwn={() => (
              <Button data-action="step-certificate" onClick={certificate.beginCertificate}>
                {t('certification.addCertificate')}
              </Button>
            )}
          >
            <UnfinishedSteps
              kind="certificate"
              about={{ field: 'case', id: summary.id }}
              nameOf={(_step, draft) => `${t('certification.certificate')} ${textAt(draft, 'number')}`.trim()}
              onResume={certificate.resume}
            />
            <Panel
              name="certificates"
              title={t('certification.certificates')}
              extra={
                mayCertify && (
                  <Button size="small" data-action="add-certificate" onClick={certificate.beginCertificate}>
                    {t('certification.addCertificate')}
                  </Button>
                )
              }
            >
              {certificates.length === 0 ? (
                <p className="quiet">{t('certification.noCertificate')}</p>
              ) : (
                <CertificateTable rows={certificates} tools={{ correct: certificate.correct, undo: certificate.undo }} inCase />
              )}
            </Panel>
          </CourseSteps>
        </div>
        <div>
          <GatePanel summary={summary} />
          <CertificationHead doc={doc} onCorrect={() => head.correct({ id: summary.id, doc })} />
          <CertificationClocks clocks={clocks} />
        </div>
      </div>
      {certificate.drawer}
      {head.drawer}
    </Page>
  )
}

function Title({ summary }: { readonly summary: CertificationCaseSummary }) {
  return (
    <>
      <span className="mono">{summary.no}</span> <StageMark stage={summary.stage} /> <Age summary={summary} />{' '}
      {summary.demo && <DemoMark />}
    </>
  )
}

function Missing() {
  const t = useWords()
  return (
    <Page screen="certification-missing" title={t('certification.missing')}>
      <EmptyState
        icon={<SafetyCertificateOutlined />}
        title={t('certification.missing')}
        action={<Link to="/certification">{t('certification.toBoard')}</Link>}
      >
        {t('certification.missingText')}
      </EmptyState>
    </Page>
  )
}
