import { Alert, Button } from 'antd'
import { useEffect, useRef } from 'react'
import type { Problem } from '#shared/kernel/result'
import { useAnyWord, useWords } from '../i18n'
import { focusField } from '../pointer'
import { useSay } from '../say'
import { useFieldWords } from './form-frame'
import { inPaperOrder } from './form-plan'
import { usePlan } from './plan-context'
import { FormSection } from './section'

interface SealProps {
  /** What a sealing was refused for; null when it was not tried since the last change of mind. */
  readonly refused: readonly Problem[] | null
  readonly problems: readonly Problem[]
  readonly busy: boolean
  readonly action: string
  readonly text: string
  readonly onSeal: () => void
  readonly onCheck: (() => void) | null
}

/** The last part: the only step that validation can stop, and then it names the article of law and leads to each field. */
export function SealSection({ refused, problems, busy, action, text, onSeal, onCheck }: SealProps) {
  const t = useWords()
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (refused === null) return
    const first = list.current?.querySelector<HTMLElement>('.problem-links button')
    first?.scrollIntoView({ block: 'center' })
    first?.focus({ preventScroll: true })
  }, [refused])
  return (
    <FormSection name="seal">
      <p>{text}</p>
      <div ref={list}>
        {refused !== null && problems.length > 0 && (
          <Alert
            className="seal-problems"
            type="error"
            showIcon
            title={t('kernel.form.seal.refused', { n: problems.length })}
            description={<ProblemLinks problems={problems} />}
          />
        )}
      </div>
      <div className="seal-buttons">
        <Button type="primary" size="large" loading={busy} data-action="seal" onClick={onSeal}>
          {action}
        </Button>
        {onCheck !== null && (
          <Button size="large" data-action="check" onClick={onCheck}>
            {t('kernel.form.seal.check')}
          </Button>
        )}
        <kbd>{t('kernel.form.seal.keys')}</kbd>
      </div>
    </FormSection>
  )
}

function ProblemLinks({ problems }: { readonly problems: readonly Problem[] }) {
  const say = useSay()
  const plan = usePlan()
  const nameOf = useFieldName()
  return (
    <ol className="problem-links">
      {inPaperOrder(plan, problems).map((problem) => (
        <li key={problem.code + problem.path + JSON.stringify(problem.facts)} data-problem={problem.code} data-path={problem.path}>
          <button type="button" className="link" onClick={() => focusField(problem.path)}>
            {nameOf(problem.path)}
          </button>{' '}
          {say(problem)}
        </li>
      ))}
    </ol>
  )
}

/** The part of the form and, where it has one of its own, the label of the field or the line of the table. */
function useFieldName(): (pointer: string) => string {
  const { words, fieldAt, sectionOf } = usePlan()
  const { section } = useFieldWords(words)
  const word = useAnyWord()
  const fieldName = (pointer: string): string => {
    const key = fieldAt(pointer)
    if (key !== '') return word(`${words}.field.${key}`)
    const line = pointer.split('/')[2] ?? ''
    return /^\d+$/.test(line) ? `#${String(Number(line) + 1)}` : ''
  }
  return (pointer) => [section(sectionOf(pointer)), fieldName(pointer)].filter((part) => part !== '').join(' · ')
}
