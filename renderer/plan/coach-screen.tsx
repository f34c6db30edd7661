import './plan.css'
import { PrinterOutlined } from '@ant-design/icons'
import { Alert, Button, Segmented } from 'antd'
import { useState } from 'react'
import { useWords } from '../kernel/i18n'
import { Page } from '../kernel/page'
import { CoachDeclared } from './coach-declared'
import { CoachPlan } from './coach-plan'
import { CoachUnits } from './coach-units'

const tabs = { plan: CoachPlan, declared: CoachDeclared, units: CoachUnits }
type Tab = keyof typeof tabs

/** 抽样教练: what a sampling plan means, and what it is not for. */
export function CoachScreen() {
  const t = useWords()
  const [tab, setTab] = useState<Tab>('plan')
  const Shown = tabs[tab]
  return (
    <Page
      screen="coach"
      wide
      title={t('plan.coach.title')}
      lead={t('plan.coach.lead')}
      actions={
        <Button icon={<PrinterOutlined />} data-action="print-page" onClick={() => window.print()}>
          {t('plan.coach.print')}
        </Button>
      }
    >
      <Segmented<Tab>
        className="coach-tabs"
        aria-label={t('plan.coach.title')}
        data-field="/tab"
        value={tab}
        options={(['plan', 'declared', 'units'] as const).map((value) => ({ value, label: t(`plan.coach.tab.${value}`) }))}
        onChange={setTab}
      />
      {tab !== 'units' && (
        <Alert className="view-alert" type="info" showIcon title={t('plan.coach.warning')} description={t('plan.coach.warningText')} />
      )}
      <Shown />
    </Page>
  )
}
