import { Alert, Segmented } from 'antd'
import { lazy, Suspense, useMemo, useState } from 'react'
import type { Problem } from '#shared/kernel/result'
import { decideSampling, type SamplingOrder, type SamplingPlan } from '#shared/plan/acceptance-sampling'
import { LETTERS, LEVELS } from '#shared/plan/code-letters'
import { ocPicture } from '#shared/plan/oc-picture'
import { AQLS, TIGHTENED_AQLS } from '#shared/plan/single-sampling'
import { ChoiceControl } from '../kernel/controls/choice-control'
import { FieldFrame } from '../kernel/controls/field-frame'
import { DataTable } from '../kernel/data-table'
import { useWords } from '../kernel/i18n'
import { Panel } from '../kernel/page'
import { useSay } from '../kernel/say'
import { percent, qualityText } from './coach-format'
import { idOf, TextField } from './typed-field'

const OcChart = lazy(() => import('./oc-chart'))

const FIRST: SamplingOrder = { lot: '1000', level: 'II', aql: '2.5', tightened: false }

/** Lot by lot: lot, level and AQL in; the plan, what its arrows mean, and its curve out. */
export function CoachPlan() {
  const [order, setOrder] = useState(FIRST)
  const decided = decideSampling(order)
  const problems = decided.ok ? [] : decided.problems
  return (
    <div className="coach-columns">
      <div>
        <OrderPanel order={order} problems={problems} onChange={setOrder} />
        {decided.ok && <PlanPanel order={order} plan={decided.value} />}
      </div>
      {decided.ok && <CurvePanel aql={Number(order.aql)} plan={decided.value} />}
    </div>
  )
}

interface OrderProps {
  readonly order: SamplingOrder
  readonly problems: readonly Problem[]
  readonly onChange: (order: SamplingOrder) => void
}

function OrderPanel({ order, problems, onChange }: OrderProps) {
  const t = useWords()
  const say = useSay()
  const errorAt = (path: string): string | undefined => {
    const found = problems.find((problem) => problem.path === path)
    return found === undefined ? undefined : say(found)
  }
  const choose = (name: 'level' | 'aql', values: readonly string[], hint: string) => (
    <FieldFrame id={idOf(`/${name}`)} label={t(`plan.coach.${name}`)} span="half" error={errorAt(`/${name}`)} hint={hint}>
      <ChoiceControl
        id={idOf(`/${name}`)}
        field={`/${name}`}
        label={t(`plan.coach.${name}`)}
        clearable={false}
        value={order[name]}
        choices={values.map((value) => ({ value, label: value }))}
        onChange={(value = '') => onChange({ ...order, [name]: value })}
      />
    </FieldFrame>
  )
  return (
    <Panel
      title={t('plan.coach.tab.plan')}
      name="order"
      extra={
        <Segmented<'normal' | 'tightened'>
          aria-label={t('plan.coach.strictness')}
          data-field="/tightened"
          value={order.tightened ? 'tightened' : 'normal'}
          options={(['normal', 'tightened'] as const).map((value) => ({ value, label: t(`plan.coach.${value}`) }))}
          onChange={(value) => onChange({ ...order, tightened: value === 'tightened' })}
        />
      }
    >
      <div className="fields">
        <TextField
          field="/lot"
          label={t('plan.coach.lot')}
          span="full"
          unit={t('plan.coach.unit')}
          error={errorAt('/lot')}
          value={order.lot}
          onChange={(lot = '') => onChange({ ...order, lot })}
        />
        {choose('level', LEVELS, t('plan.coach.levelHint'))}
        {choose('aql', order.tightened ? TIGHTENED_AQLS : AQLS, t('plan.coach.aqlHint'))}
      </div>
    </Panel>
  )
}

/** Which way the arrows of the table led. */
function arrowOf({ letter, planLetter }: SamplingPlan): 'none' | 'up' | 'down' {
  if (letter === planLetter) return 'none'
  return LETTERS.indexOf(planLetter) < LETTERS.indexOf(letter) ? 'up' : 'down'
}

function PlanPanel({ order, plan }: { readonly order: SamplingOrder; readonly plan: SamplingPlan }) {
  const t = useWords()
  const { letter: from, planLetter: to, n, ac, re, inspectAll } = plan
  const arrow = arrowOf(plan)
  const facts = [
    ['letter', t(`plan.coach.arrow.${arrow}`, { from, to })],
    ['n', String(n)],
    ['ac', String(ac)],
    ['re', String(re)],
  ] as const
  return (
    <section className="panel" data-panel="plan" aria-live="polite">
      <dl className="coach-answer">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{t(`plan.coach.${name}`)}</dt>
            <dd data-answer={name}>{value}</dd>
          </div>
        ))}
      </dl>
      {inspectAll && (
        <Alert
          className="view-alert"
          type="warning"
          showIcon
          title={t('plan.coach.inspectAll')}
          description={t('plan.coach.inspectAllText', { n, lot: order.lot, ac })}
        />
      )}
      {!inspectAll && (
        <p className="coach-verdict">{t(Number(order.aql) > 10 ? 'plan.coach.verdictPer' : 'plan.coach.verdict', { n, ac, re })}</p>
      )}
      <p>{t(`plan.coach.explain.${arrow}`, { from, to, lot: order.lot, level: order.level, aql: order.aql })}</p>
    </section>
  )
}

function CurvePanel({ plan: { n, ac }, aql }: { readonly plan: SamplingPlan; readonly aql: number }) {
  const t = useWords()
  const picture = useMemo(() => ocPicture({ n, ac, aql }), [n, ac, aql])
  const { perHundred, producersRisk, atAql, atConsumersRisk, rows } = picture
  const unit = (value: number): string => (perHundred ? qualityText(value) : `${qualityText(value)} %`)
  const quality = unit(atConsumersRisk.quality)
  const axisX = t(perHundred ? 'plan.coach.axisXPer' : 'plan.coach.axisX')
  const words = useMemo(
    () => ({
      axisX,
      axisY: t('plan.coach.axisY'),
      producers: t('plan.coach.pointProducers', { pa: (100 * atAql.accepted).toFixed(1) }),
      consumers: t('plan.coach.pointConsumers', { quality }),
      picture: t('plan.coach.picture', { n, ac }),
    }),
    [t, axisX, atAql, quality, n, ac],
  )
  return (
    <Panel title={t('plan.coach.curve')} name="curve">
      <p>{t('plan.coach.curveText')}</p>
      <Suspense fallback={<div className="coach-curve" />}>
        <OcChart picture={picture} words={words} />
      </Suspense>
      <ul className="plan-list">
        <li>
          <strong>{t('plan.coach.producers')}</strong>{' '}
          {t('plan.coach.producersText', { aql: unit(aql), risk: (100 * producersRisk).toFixed(1) })}
        </li>
        <li>
          <strong>{t('plan.coach.consumers')}</strong> {t('plan.coach.consumersText', { quality })}
        </li>
      </ul>
      <h3>{t('plan.coach.table')}</h3>
      <div className="coach-narrow">
        <DataTable
          label={t('plan.coach.tableLabel')}
          columns={[
            { key: 'x', title: axisX, align: 'right', render: (row) => <span className="number">{qualityText(row.quality)}</span> },
            {
              key: 'y',
              title: t('plan.coach.tableY'),
              align: 'right',
              render: (row) => <span className="number">{percent(row.accepted)}</span>,
            },
          ]}
          rows={rows}
          keyOf={(row) => String(row.quality)}
        />
      </div>
    </Panel>
  )
}
