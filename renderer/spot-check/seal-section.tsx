import { Alert, Button } from 'antd'
import type { Problem } from '#shared/kernel/result'
import { useWords } from '../kernel/i18n'
import { focusField } from '../kernel/pointer'
import { useSay } from '../kernel/say'
import { inPaperOrder } from './field-problems'
import { type FieldKey, type FieldSection, fieldsOf, sectionOf, sheetFields } from './sheet-fields'
import { SheetSection } from './sheet-section'

interface SealProps {
  /** What a sealing was refused for; null when it was not tried since the last change of mind. */
  readonly refused: readonly Problem[] | null
  readonly problems: readonly Problem[]
  readonly busy: boolean
  readonly action: string
  readonly text: string
  readonly onSeal: () => void
  readonly onCheck?: () => void
}

/** ⑩ The only step that validation can stop, and then it names the article of law and leads to each field. */
export function SealSection({ refused, problems, busy, action, text, onSeal, onCheck }: SealProps) {
  const t = useWords()
  return (
    <SheetSection name="seal">
      <p>{text}</p>
      {refused !== null && problems.length > 0 && (
        <Alert
          className="seal-problems"
          type="error"
          showIcon
          title={t('spotCheck.seal.refused', { n: problems.length })}
          description={<ProblemLinks problems={problems} />}
        />
      )}
      <div className="seal-buttons">
        <Button type="primary" size="large" loading={busy} data-action="seal" onClick={onSeal}>
          {action}
        </Button>
        {onCheck !== undefined && (
          <Button size="large" data-action="check" onClick={onCheck}>
            {t('spotCheck.seal.check')}
          </Button>
        )}
        <kbd>{t('spotCheck.seal.keys')}</kbd>
      </div>
    </SheetSection>
  )
}

function ProblemLinks({ problems }: { readonly problems: readonly Problem[] }) {
  const say = useSay()
  const nameOf = useFieldName()
  return (
    <ol className="problem-links">
      {inPaperOrder(problems).map((problem) => (
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
  const t = useWords()
  const fieldName = (section: string, name: string): string => {
    if (section in sheetFields && fieldsOf(section as FieldSection).some(({ key }) => key === `${section}.${name}`)) {
      return t(`spotCheck.field.${`${section}.${name}` as FieldKey}`)
    }
    return /^\d+$/.test(name) ? `#${String(Number(name) + 1)}` : ''
  }
  return (pointer) => {
    const [, section = '', name = ''] = pointer.split('/')
    return [t(`spotCheck.section.${sectionOf(pointer)}`), fieldName(section, name)].filter((part) => part !== '').join(' · ')
  }
}
