import './certification.css'
import { SafetyCertificateOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { textAt } from '#shared/kernel/kind'
import type { StepPhotos } from '../kernel/course/step-plan'
import { UnfinishedSteps } from '../kernel/course/unfinished-steps'
import { useDebounced } from '../kernel/debounced'
import { EmptyState } from '../kernel/empty-state'
import { useWords } from '../kernel/i18n'
import { MoreRows } from '../kernel/more-rows'
import { Page } from '../kernel/page'
import { SearchField } from '../kernel/search-field'
import { CertificateTable } from './certificate-table'
import { store } from './store'
import { useCertificateDrawer } from './use-certificate-drawer'
import { SHOWN, type Shown, useCertificates } from './use-certification'

interface ScreenProps {
  readonly show: Shown
  /** A number to look for at once. */
  readonly find: string
  readonly photos: StepPhotos
}

/** 证书: the ones that expire first come first; those that nobody looked up yet are asked again. */
export function CertificatesScreen({ show, find, photos }: ScreenProps) {
  const t = useWords()
  const [typed, setTyped] = useState(find)
  const search = useDebounced(typed.trim(), 80)
  const { data: counts } = useQuery(store.ask('certification.countCertificates', {}))
  const { rows, isReady, more, isFetchingMore } = useCertificates({ show, search })
  const { beginCertificate, correct, undo, resume, drawer } = useCertificateDrawer(photos)
  if (!isReady || counts === undefined) return null
  return (
    <Page
      screen="certificates"
      title={t('certification.certificates')}
      lead={t('certification.certificatesLead')}
      wide
      actions={
        <>
          <Link to="/certification">{t('certification.title')}</Link>
          <Button type="primary" data-action="new-certificate" onClick={beginCertificate}>
            {t('certification.addCertificate')}
          </Button>
        </>
      }
    >
      <UnfinishedSteps
        kind="certificate"
        about={{ field: 'case', id: '' }}
        nameOf={(_step, doc) => `${t('certification.certificate')} ${textAt(doc, 'number')}`.trim()}
        onResume={resume}
      />
      <search className="filters">
        <SearchField
          value={typed}
          label={t('certification.searchCertificates')}
          placeholder={t('certification.searchCertificates')}
          onChange={setTyped}
        />
        <span className="shown-links">
          {SHOWN.map((one) => (
            <Link key={one} to="/certificates" search={one === 'all' ? {} : { show: one }} data-here={one === show || undefined}>
              {t(`certification.show.${one}`)} <span className="number">{counts[one]}</span>
            </Link>
          ))}
        </span>
      </search>
      {rows.length === 0 ? (
        <NoCertificates searched={search !== '' || show !== 'all'} />
      ) : (
        <CertificateTable rows={rows} tools={{ correct, undo }} />
      )}
      <MoreRows more={more} isFetchingMore={isFetchingMore} />
      {drawer}
    </Page>
  )
}

function NoCertificates({ searched }: { readonly searched: boolean }) {
  const t = useWords()
  return (
    <EmptyState icon={<SafetyCertificateOutlined />} title={t(searched ? 'certification.nothingFound' : 'certification.noCertificates')}>
      {t(searched ? 'certification.nothingFoundText' : 'certification.noCertificatesText')}
    </EmptyState>
  )
}
