import { CheckCircleFilled, ExclamationCircleFilled } from '@ant-design/icons'
import type { ReactNode } from 'react'
import { useWords } from '../i18n'
import { useFieldWords } from './form-frame'
import type { SectionMark } from './form-plan'
import { usePlan } from './plan-context'

/** ✓ complete, ● so many to do, ! so many wrong; in words for those who cannot see it. */
export function Mark({ mark }: { readonly mark: SectionMark | undefined }) {
  const t = useWords()
  if (mark === undefined) return null
  if (mark.wrong > 0) {
    return (
      <span className="mark mark-wrong" title={t('kernel.form.mark.wrong', { n: mark.wrong })}>
        <ExclamationCircleFilled aria-hidden /> {mark.wrong}
        <span className="unseen">{t('kernel.form.mark.wrong', { n: mark.wrong })}</span>
      </span>
    )
  }
  if (mark.unfinished > 0) {
    return (
      <span className="mark mark-unfinished" title={t('kernel.form.mark.unfinished', { n: mark.unfinished })}>
        <span className="mark-dot" aria-hidden /> {mark.unfinished}
        <span className="unseen">{t('kernel.form.mark.unfinished', { n: mark.unfinished })}</span>
      </span>
    )
  }
  return (
    <span className="mark mark-done" title={t('kernel.form.mark.done')}>
      <CheckCircleFilled aria-hidden />
      <span className="unseen">{t('kernel.form.mark.done')}</span>
    </span>
  )
}

interface SectionProps {
  readonly name: string
  readonly tools?: ReactNode
  readonly children: ReactNode
}

/** One part of the form, numbered as on the paper. */
export function FormSection({ name, tools, children }: SectionProps) {
  const { sections, words } = usePlan()
  const { section } = useFieldWords(words)
  return (
    <section className="panel form-section" id={`section-${name}`} data-section={name} aria-labelledby={`title-${name}`}>
      <div className="panel-head">
        <h2 id={`title-${name}`}>
          <span className="section-number" aria-hidden>
            {sections.indexOf(name) + 1}
          </span>
          {section(name)}
        </h2>
        {tools !== undefined && <div className="panel-tools">{tools}</div>}
      </div>
      {children}
    </section>
  )
}
