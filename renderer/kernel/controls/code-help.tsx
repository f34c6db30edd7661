import { CheckCircleFilled } from '@ant-design/icons'
import { Button } from 'antd'
import type { Problem } from '#shared/kernel/result'
import { useWords } from '../i18n'
import { useSay } from '../say'

interface CodeHelpProps {
  readonly typed: string
  readonly normalized: string
  readonly valid: boolean
  readonly problems: readonly Problem[]
  /** The code with the misread letters put right, when that is all it takes. */
  readonly fixed: string | null
  readonly onFix: (code: string) => void
}

/** What is wrong with a code, while it is typed: the rule, the digit it should be, and a button that puts it right. */
export function CodeHelp({ typed, normalized, valid, problems, fixed, onFix }: CodeHelpProps) {
  const t = useWords()
  const say = useSay()
  if (typed.trim() === '') return null
  return (
    <span className="code-help" aria-live="polite">
      {valid && (
        <span className="code-good">
          <CheckCircleFilled aria-hidden /> {t('kernel.code.good')}
        </span>
      )}
      {normalized !== typed && <span>{t('kernel.code.reads', { code: normalized })}</span>}
      {problems.map((problem) => (
        <span key={problem.code + JSON.stringify(problem.facts)} className="code-problem" data-problem={problem.code}>
          {say(problem)}
        </span>
      ))}
      {fixed !== null && (
        <Button size="small" onClick={() => onFix(fixed)}>
          {t('kernel.code.fix', { code: fixed })}
        </Button>
      )}
    </span>
  )
}
