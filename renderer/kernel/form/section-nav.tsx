import { Button } from 'antd'
import type { ReactNode } from 'react'
import type { Problem } from '#shared/kernel/result'
import { useWords } from '../i18n'
import { focusField } from '../pointer'
import type { SaveState } from './autosave'
import { useFieldWords } from './form-frame'
import { firstField } from './form-keys'
import { inPaperOrder, marksOf } from './form-plan'
import { usePlan } from './plan-context'
import { SaveNote } from './save-note'
import { Mark } from './section'

interface NavProps {
  readonly problems: readonly Problem[] | null
  /** Null while a correction is written, which is no draft. */
  readonly save: SaveState | null
  readonly busy: boolean
  readonly action: string
  readonly onSeal: () => void
  readonly children?: ReactNode
}

export function goToSection(section: string): void {
  const place = document.querySelector<HTMLElement>(`[data-section="${section}"]`)
  place?.scrollIntoView({ block: 'start' })
  if (place !== null) firstField(place)?.focus({ preventScroll: true })
}

/** Beside the form: how each part stands, whether everything is saved, and the way to the first thing left to do. */
export function SectionNav({ problems, save, busy, action, onSeal, children }: NavProps) {
  const t = useWords()
  const plan = usePlan()
  const { section: nameOf } = useFieldWords(plan.words)
  const marks = problems === null ? [] : marksOf(plan, problems)
  const ordered = inPaperOrder(plan, problems ?? [])
  const first = ordered.find((found) => !plan.isUnfinished(found)) ?? ordered[0]
  return (
    <aside className="section-nav" aria-label={t('kernel.form.sections')}>
      <ol>
        {plan.sections.map((section, index) => (
          <li key={section}>
            <button type="button" className="section-link" onClick={() => goToSection(section)}>
              <span className="section-number" aria-hidden>
                {index + 1}
              </span>
              <span className="section-name">{nameOf(section)}</span>
              {section !== 'seal' && !plan.unmarked.includes(section) && <Mark mark={marks.find((mark) => mark.section === section)} />}
            </button>
          </li>
        ))}
      </ol>
      <div className="section-foot">
        {problems !== null && (
          <p className="section-left" data-left={problems.length}>
            {problems.length === 0 ? t('kernel.form.leftNone') : t('kernel.form.left', { n: problems.length })}
          </p>
        )}
        {first !== undefined && (
          <Button block data-action="first-problem" onClick={() => focusField(first.path)}>
            {t('kernel.form.firstProblem')} <kbd>F8</kbd>
          </Button>
        )}
        <Button block type="primary" loading={busy} data-action="seal-aside" onClick={onSeal}>
          {action}
        </Button>
        {save === null ? <p className="save-note">{t('kernel.form.correctionNote')}</p> : <SaveNote save={save} />}
        {children}
      </div>
    </aside>
  )
}
