import { CheckCircleFilled, ExclamationCircleFilled } from '@ant-design/icons'
import { Button } from 'antd'
import { useWords } from '../kernel/i18n'
import { useSay } from '../kernel/say'
import { PARTS, type Readiness } from './use-readiness'

interface CardProps {
  readonly readiness: Readiness
  readonly drawing: boolean
  readonly onDraw: () => void
}

/** What is ready, what is not, and the one button that cannot be taken back. */
export function ReadyCard({ readiness: { problems, earlier }, drawing, onDraw }: CardProps) {
  const t = useWords()
  const say = useSay()
  const shown = PARTS.filter((part) => part !== 'redraw' || earlier !== null)
  const open = problems === null ? [] : shown.filter((part) => problems.some((found) => found.part === part))
  const ready = problems !== null && problems.length === 0
  return (
    <section className="panel plan-ready" data-panel="ready" data-ready={ready}>
      <div className="panel-head">
        <h2>{t('plan.newDraw.ready')}</h2>
      </div>
      <ul>
        {shown.map((part) => {
          const found = problems?.filter((one) => one.part === part) ?? []
          const good = problems !== null && found.length === 0
          return (
            <li key={part} data-part={part} data-good={good}>
              {good ? <CheckCircleFilled aria-hidden /> : <ExclamationCircleFilled aria-hidden />}
              <div className="plan-ready-words">
                <span>{t(`plan.newDraw.readyItem.${part}`)}</span>
                {found.slice(0, 2).map((one) => (
                  <span key={one.code + one.path} className="quiet" data-problem={one.code}>
                    {say(one)}
                  </span>
                ))}
              </div>
            </li>
          )
        })}
      </ul>
      <p aria-live="polite">{ready ? t('plan.newDraw.readyAll') : problems !== null && t('plan.newDraw.readyNot', { n: open.length })}</p>
      <Button type="primary" size="large" block disabled={!ready} loading={drawing} data-action="draw" onClick={onDraw}>
        {t(drawing ? 'plan.newDraw.drawing' : 'plan.newDraw.draw')}
      </Button>
      <p className="quiet">{t('plan.newDraw.drawHint')}</p>
    </section>
  )
}
