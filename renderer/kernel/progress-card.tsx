import { Button, Progress } from 'antd'
import type { Progress as Step } from '#shared/kernel/contract'
import { useWords } from './i18n'

interface ProgressProps {
  readonly title: string
  readonly stage: string
  readonly progress: Step | null
  readonly onCancel: () => void
}

/** Long work under way: what is being done, how far it is, and a way out. */
export function ProgressCard({ title, stage, progress, onCancel }: ProgressProps) {
  const t = useWords()
  const known = progress !== null && progress.total > 0
  return (
    <section className="panel progress-card" aria-live="polite" aria-label={title}>
      <p className="progress-title">{title}</p>
      <Progress
        percent={known ? Math.round((progress.done / progress.total) * 100) : 0}
        status="active"
        showInfo={known}
        aria-label={title}
      />
      <div className="progress-foot">
        <span>
          {known
            ? t('kernel.progress.running', { stage, done: progress.done, total: progress.total })
            : t('kernel.progress.begun', { stage })}
        </span>
        <Button onClick={onCancel}>{t('kernel.progress.cancel')}</Button>
      </div>
    </section>
  )
}
