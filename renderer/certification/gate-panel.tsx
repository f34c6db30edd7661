import { CheckCircleFilled, MinusCircleOutlined } from '@ant-design/icons'
import type { CertificationCaseSummary } from '#shared/certification/certification-contract'
import { stageOf } from '#shared/certification/stages'
import { useNameOf, useWords } from '../kernel/i18n'
import { Panel } from '../kernel/page'
import { Age } from './case-marks'

/** The gate a case stands before: its words, and what it asks for, ticked as far as the draft of its step has it. */
export function GatePanel({ summary }: { readonly summary: CertificationCaseSummary }) {
  const t = useWords()
  const nameOf = useNameOf()
  const { gate, age, since } = summary
  const stage = stageOf(summary.stage)
  if (gate === null || stage === undefined) return null
  return (
    <Panel name="gate" title={t('certification.gateOf', { n: stage.no, name: nameOf(stage.name) })} extra={<Age summary={summary} />}>
      <p className="gate-words">
        <strong>{t('certification.gate')}</strong> {nameOf(gate.gate)}
      </p>
      <ul className="gate-list">
        {gate.requirements.map(({ words, met }) => (
          <li key={words.zh} data-met={met}>
            {met ? <CheckCircleFilled aria-hidden /> : <MinusCircleOutlined aria-hidden />}
            <span>{nameOf(words)}</span>
            <span className="unseen">{t(met ? 'certification.met' : 'certification.unmet')}</span>
          </li>
        ))}
      </ul>
      <p className="quiet gate-foot">
        {t('certification.stageAge', { n: age, since })} ·{' '}
        {t(gate.draft === null ? 'certification.gateNoDraft' : 'certification.gateDraft')}
      </p>
    </Panel>
  )
}
