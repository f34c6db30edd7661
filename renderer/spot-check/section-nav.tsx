import { Button } from 'antd'
import type { Problem } from '#shared/kernel/result'
import { clockTime } from '../kernel/format'
import { useWords } from '../kernel/i18n'
import { focusField } from '../kernel/pointer'
import type { SaveState } from './autosave'
import { inPaperOrder, isWrong, marksOf } from './field-problems'
import { type SectionName, sections } from './sheet-fields'
import { Mark } from './sheet-section'

interface NavProps {
  readonly problems: readonly Problem[] | null
  readonly save: SaveState
  readonly busy: boolean
  readonly action: string
  readonly onSeal: () => void
  readonly children?: React.ReactNode
}

export function goToSection(section: SectionName): void {
  const place = document.querySelector<HTMLElement>(`[data-section="${section}"]`)
  place?.scrollIntoView({ block: 'start' })
  place?.querySelector<HTMLElement>('input:not(:disabled), select, textarea, button, [tabindex="0"]')?.focus({ preventScroll: true })
}

/** Beside the form: how each part stands, whether everything is saved, and the way to the first thing left to do. */
export function SectionNav({ problems, save, busy, action, onSeal, children }: NavProps) {
  const t = useWords()
  const marks = problems === null ? [] : marksOf(problems)
  const ordered = inPaperOrder(problems ?? [])
  const first = ordered.find(isWrong) ?? ordered[0]
  return (
    <aside className="section-nav" aria-label={t('spotCheck.form.sections')}>
      <ol>
        {sections.map((section, index) => (
          <li key={section}>
            <button type="button" className="section-link" onClick={() => goToSection(section)}>
              <span className="section-number" aria-hidden>
                {index + 1}
              </span>
              <span className="section-name">{t(`spotCheck.section.${section}`)}</span>
              {section !== 'photos' && section !== 'seal' && <Mark mark={marks.find((mark) => mark.section === section)} />}
            </button>
          </li>
        ))}
      </ol>
      <div className="section-foot">
        {problems !== null && (
          <p className="section-left" data-left={problems.length}>
            {problems.length === 0 ? t('spotCheck.form.leftNone') : t('spotCheck.form.left', { n: problems.length })}
          </p>
        )}
        {first !== undefined && (
          <Button block data-action="first-problem" onClick={() => focusField(first.path)}>
            {t('spotCheck.form.firstProblem')}
          </Button>
        )}
        <Button block type="primary" loading={busy} data-action="seal-aside" onClick={onSeal}>
          {action}
        </Button>
        <SaveNote save={save} />
        {children}
      </div>
    </aside>
  )
}

function SaveNote({ save }: { readonly save: SaveState }) {
  const t = useWords()
  const words = {
    untouched: () => t('spotCheck.form.untouched'),
    saving: () => t('spotCheck.form.saving'),
    saved: () => t('spotCheck.form.saved', { time: save.is === 'saved' ? clockTime(save.at) : '' }),
    refused: () => t('spotCheck.form.notSaved', { reason: save.is === 'refused' ? save.reason : '' }),
  }
  return (
    <p className="save-note" data-save={save.is} role={save.is === 'refused' ? 'alert' : undefined}>
      {words[save.is]()}
    </p>
  )
}
