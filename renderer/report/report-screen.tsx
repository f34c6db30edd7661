import './report.css'
import { BarChartOutlined, ImportOutlined } from '@ant-design/icons'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { countingRules } from '#shared/report/help-indicators'
import type { CountedRecord } from '#shared/report/report-contract'
import { periodAt } from '#shared/report/step-period'
import { EmptyState } from '../kernel/empty-state'
import { localDay } from '../kernel/format'
import { useLanguage, useWords } from '../kernel/i18n'
import { Page } from '../kernel/page'
import { ExportButtons } from './export-buttons'
import { FigureTable } from './figure-table'
import { PeriodBar } from './period-bar'
import { RecordsDrawer } from './records-drawer'
import type { ReportSearch } from './report-search'
import { store } from './store'

interface ScreenProps {
  readonly search: ReportSearch
  readonly onSearch: (search: ReportSearch) => void
  readonly renderLink: (record: CountedRecord) => ReactNode
}

/** R01 to R16 of a period and a district; every figure opens its records. */
export function ReportScreen({ search, onSearch, renderLink }: ScreenProps) {
  const t = useWords()
  const [thisMonth] = useState(() => periodAt('month', localDay(new Date())))
  const { period = thisMonth, region } = search
  const about = { period, ...(region === undefined ? {} : { region }) }
  const { data } = useQuery({ ...store.ask('report.indicators', about), placeholderData: keepPreviousData })
  return (
    <Page wide screen="report" title={t('report.title')} lead={t('report.lead')} actions={<ExportButtons about={about} />}>
      <PeriodBar period={period} region={region} onChange={onSearch} />
      {data?.empty === true && <NothingYet />}
      {data?.empty === false && (
        <>
          <FigureTable
            figures={data.figures}
            onOpen={(open, span) => onSearch({ ...about, open, ...(span === 'cumulative' ? { span } : {}) })}
          />
          <Rules />
        </>
      )}
      {data !== undefined && (
        <RecordsDrawer about={about} search={search} figures={data.figures} renderLink={renderLink} onClose={() => onSearch(about)} />
      )}
    </Page>
  )
}

function Rules() {
  const t = useWords()
  const language = useLanguage()
  return (
    <section className="report-rules" aria-label={t('report.rules')}>
      <h2>{t('report.rules')}</h2>
      <ul>
        {countingRules[language].map((rule) => (
          <li key={rule}>{rule}</li>
        ))}
      </ul>
    </section>
  )
}

function NothingYet() {
  const t = useWords()
  const navigate = useNavigate()
  return (
    <EmptyState
      icon={<BarChartOutlined />}
      title={t('report.empty')}
      action={
        <Button icon={<ImportOutlined />} data-action="go-import" onClick={() => void navigate({ to: '/import' })}>
          {t('report.emptyImport')}
        </Button>
      }
    >
      {t('report.emptyText')}
    </EmptyState>
  )
}
