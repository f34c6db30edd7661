import { Button } from 'antd'
import { createContext, useContext } from 'react'
import { useFormContext, useWatch } from 'react-hook-form'
import type { TestItem } from '#shared/reference/test-item'
import { explainVerdict } from '#shared/reference/verdict'
import { useWords } from '../kernel/i18n'
import type { ItemForm } from '../reference/items/item-doc'
import { ItemsVerdictSentence } from '../reference/items/items-field'

/** The edition of the rule that the check's sheet stands on. */
export const EditionContext = createContext('')

/** Under a report: the verdict its items lead to, in one sentence, and a button that takes it over. */
export function StepFoot({ step }: { readonly step: string }) {
  return step === 'report' ? <ReportFoot /> : null
}

function ReportFoot() {
  const t = useWords()
  const edition = useContext(EditionContext)
  const { setValue } = useFormContext<{ items?: ItemForm[]; conclusion?: string }>()
  const [items, conclusion] = useWatch<{ items?: ItemForm[]; conclusion?: string }, ['items', 'conclusion']>({
    name: ['items', 'conclusion'],
  })
  const { verdict } = explainVerdict((items ?? []) as readonly Partial<TestItem>[], edition)
  return (
    <>
      <ItemsVerdictSentence edition={edition} />
      {verdict !== 'undecided' && verdict !== conclusion && (
        <Button size="small" data-action="take-verdict" onClick={() => setValue('conclusion', verdict, { shouldDirty: true })}>
          {t('spotCheck.step.takeVerdict', { verdict: t(`items.verdict.${verdict}`) })}
        </Button>
      )}
    </>
  )
}
