import { LeftOutlined, RightOutlined } from '@ant-design/icons'
import { Button, Segmented } from 'antd'
import { firstDayOf, type PeriodUnit, periodAt, stepPeriod, unitOf } from '#shared/report/step-period'
import { DistrictControl } from '../kernel/controls/district-control'
import { useWords } from '../kernel/i18n'
import type { ReportSearch } from './report-search'

const UNITS: readonly PeriodUnit[] = ['month', 'quarter', 'year']

interface BarProps {
  readonly period: string
  readonly region: string | undefined
  readonly onChange: (search: ReportSearch) => void
}

/** Which month, quarter or year, and which district. */
export function PeriodBar({ period, region, onChange }: BarProps) {
  const t = useWords()
  const nameOf = usePeriodName()
  const where = region === undefined ? {} : { region }
  const show = (next: string): void => onChange({ period: next, ...where })
  const options = UNITS.map((unit) => ({ value: unit, label: t(`report.unit.${unit}`) }))
  return (
    <search className="filters report-bar">
      <Segmented
        aria-label={t('report.period')}
        data-field="/period/unit"
        options={options}
        value={unitOf(period)}
        onChange={(unit) => show(periodAt(unit, firstDayOf(period)))}
      />
      <div className="report-period">
        <Button icon={<LeftOutlined />} aria-label={t('report.before')} data-action="before" onClick={() => show(stepPeriod(period, -1))} />
        <strong data-period={period} aria-live="polite">
          {nameOf(period)}
        </strong>
        <Button icon={<RightOutlined />} aria-label={t('report.after')} data-action="after" onClick={() => show(stepPeriod(period, 1))} />
      </div>
      <div className="filter">
        <DistrictControl
          id="report-region"
          field="/region"
          label={t('report.region')}
          placeholder={t('report.allRegions')}
          value={region}
          onChange={(next) => onChange({ period, ...(next === undefined ? {} : { region: next }) })}
        />
      </div>
    </search>
  )
}

export function usePeriodName(): (period: string) => string {
  const t = useWords()
  return (period) => {
    const [year = '', month = ''] = firstDayOf(period).split('-')
    const quarter = String(Math.ceil(Number(month) / 3))
    return t(`report.${unitOf(period)}Name`, { year, month: String(Number(month)), quarter })
  }
}
