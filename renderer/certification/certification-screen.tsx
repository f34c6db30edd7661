import './certification.css'
import { SafetyCertificateOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { ENDED } from '#shared/certification/stages'
import { textAt } from '#shared/kernel/kind'
import { UnfinishedSteps } from '../kernel/course/unfinished-steps'
import { useDebounced } from '../kernel/debounced'
import { EmptyState } from '../kernel/empty-state'
import { useWords } from '../kernel/i18n'
import { Page, Panel } from '../kernel/page'
import { SearchField } from '../kernel/search-field'
import { StageMark, useStageName } from './case-marks'
import { CertificationTable } from './case-table'
import { CertificationTiles } from './certification-tiles'
import { type Counts, StageBoard } from './stage-board'
import { store } from './store'
import { useNewCase } from './use-new-case'

/** 认证帮扶: where every case stands, and what keeps it there. */
export function CertificationScreen({ stage }: { readonly stage: string | undefined }) {
  const t = useWords()
  const [typed, setTyped] = useState('')
  const search = useDebounced(typed.trim(), 80)
  const { data: counts } = useQuery(store.ask('certification.board', {}))
  const { beginCase, resume, drawer } = useNewCase()
  if (counts === undefined) return null
  const none = counts.every(({ cases }) => cases === 0)
  return (
    <Page
      screen="certification"
      title={t('certification.title')}
      lead={t('certification.lead')}
      wide
      actions={
        <>
          <Link to="/certificates">
            <Button tabIndex={-1}>{t('certification.toCertificates')}</Button>
          </Link>
          <Button type="primary" data-action="new-certification-case" onClick={() => void beginCase()}>
            {t('certification.newCase')}
          </Button>
        </>
      }
    >
      <UnfinishedSteps
        kind="certificationCase"
        about={{ field: 'case', id: '' }}
        nameOf={(_step, doc) => `${t('certification.case')} ${textAt(doc, 'enterprise', 'name')}`}
        onResume={resume}
      />
      {none ? (
        <EmptyState icon={<SafetyCertificateOutlined />} title={t('certification.empty')}>
          {t('certification.emptyText')}
        </EmptyState>
      ) : (
        <>
          <CertificationTiles counts={counts} />
          <search className="filters">
            <SearchField value={typed} label={t('certification.searchLabel')} placeholder={t('certification.search')} onChange={setTyped} />
            {stage !== undefined && <Link to="/certification">{t('certification.back')}</Link>}
          </search>
          <Cases stage={stage} search={search} counts={counts} />
        </>
      )}
      {drawer}
    </Page>
  )
}

interface CasesProps {
  readonly stage: string | undefined
  readonly search: string
  readonly counts: Counts
}

function Cases({ stage, search, counts }: CasesProps) {
  const t = useWords()
  const nameOf = useStageName()
  if (stage !== undefined || search !== '')
    return (
      <Panel name="cases" title={stage === undefined ? t('certification.title') : nameOf(stage)}>
        <CertificationTable filter={{ search, ...(stage === undefined ? {} : { stage }) }} />
      </Panel>
    )
  return (
    <Panel name="stages" title={t('certification.board')} extra={<EndedLinks counts={counts} />}>
      <StageBoard counts={counts} />
    </Panel>
  )
}

function EndedLinks({ counts }: { readonly counts: Counts }) {
  const t = useWords()
  const ended = counts.filter(({ stage, cases }) => Object.hasOwn(ENDED, stage) && cases > 0)
  if (ended.length === 0) return null
  return (
    <span className="ended-links">
      {ended.map(({ stage, cases }) => (
        <Link key={stage} to="/certification" search={{ stage }}>
          <StageMark stage={stage} /> <span className="number">{t('certification.count', { n: cases })}</span>
        </Link>
      ))}
    </span>
  )
}
