import './visit.css'
import { ReloadOutlined } from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import type { RecordDetail } from '#shared/kernel/record-contract'
import { DocumentView } from '../kernel/document/document-view'
import { SectionFacts } from '../kernel/document/section-facts'
import { useWords } from '../kernel/i18n'
import { Panel } from '../kernel/page'
import { usePlaceName } from '../kernel/places'
import { useNewVisit } from './fresh-visits'
import { ControlsShown, DiagnosisShown } from './visit-diagnosis'
import { KIND, type PhotosOf, type VisitValues } from './visit-doc'
import { visitFields } from './visit-fields'
import { usePhotoPlaces } from './visit-photos'
import { ProblemsShown, TrainingsShown } from './visit-tables'

interface ViewProps {
  readonly detail: RecordDetail
  readonly photos: PhotosOf
  readonly isSupervisor: boolean
  readonly onCorrect: (reason: string) => void
}

/** A sealed visit: whom, by whom, what was found, prescribed and taught, and what has become of it. */
export function VisitView(props: ViewProps) {
  const { detail, photos: Photos } = props
  const t = useWords()
  const newVisit = useNewVisit()
  const doc = structuredClone<VisitValues>(detail.doc)
  const places = usePhotoPlaces(doc.problems)
  const enterprise = doc.enterprise?.enterpriseId ?? ''
  const again = (
    <Button icon={<ReloadOutlined />} data-action="follow-up" onClick={() => void newVisit({ enterprise })}>
      {t('visit.view.followUp')}
    </Button>
  )
  return (
    <DocumentView
      {...props}
      screen="visit-view"
      name={t('visit.form.name')}
      no={doc.no ?? ''}
      lead={[doc.on, doc.enterprise?.name].filter((part) => part !== undefined).join(' · ')}
      actions={again}
      aside={
        <Panel name="photos" title={t('visit.section.photos')}>
          <Photos record={detail.id} kind={KIND} editable={false} ensure={() => Promise.resolve(true)} {...places} />
        </Panel>
      }
    >
      <ProblemsShown visit={detail.id} doc={doc} isVoid={detail.state === 'void'} />
      <TrainingsShown doc={doc} />
      <Head doc={doc} />
      <SectionFacts words="visit" section="feedback" fields={visitFields.feedback} doc={doc} />
      <DiagnosisShown doc={doc} />
      <ControlsShown doc={doc} />
      <SectionFacts words="visit" section="more" fields={visitFields.more.filter(({ key }) => key !== 'no')} doc={doc} />
    </DocumentView>
  )
}

/** The enterprise as it was that day, and who came. */
function Head({ doc }: { readonly doc: VisitValues }) {
  const t = useWords()
  const placeName = usePlaceName()
  const { name = '', enterpriseId = '', uscc, region = '', address, contact, phone } = doc.enterprise ?? {}
  const facts = [uscc, placeName(region), address, contact, phone].filter((part) => part !== undefined && part !== '')
  const helpers = (doc.helpers ?? []).map((helper) => [helper.name, helper.org].filter((part) => part !== undefined).join(' '))
  return (
    <SectionFacts words="visit" section="enterprise" fields={visitFields.enterprise.filter(({ key }) => key !== 'enterprise')} doc={doc}>
      <dl className="facts">
        <div className="fact" data-span="full">
          <dt>{t('visit.field.enterprise')}</dt>
          <dd>
            <Link to="/enterprises/$id" params={{ id: enterpriseId }}>
              {name}
            </Link>{' '}
            <span className="quiet">{facts.join(' · ')}</span>
          </dd>
        </div>
        <div className="fact" data-span="full">
          <dt>{t('visit.section.helpers')}</dt>
          <dd>{helpers.join(' / ')}</dd>
        </div>
      </dl>
    </SectionFacts>
  )
}
