import { useFormContext, useWatch } from 'react-hook-form'
import type { TestItem } from '#shared/reference/test-item'
import { explainVerdict } from '#shared/reference/verdict'
import { type FieldControlProps, type FieldKindOf, problemAt, useFormFrame } from '../../kernel/form/form-frame'
import { useNameOf } from '../../kernel/i18n'
import { toPointer } from '../../kernel/pointer'
import { useSay } from '../../kernel/say'
import { type ItemForm, REPORT_COLUMNS } from './item-doc'
import { ItemsGrid } from './items-grid'
import { LiveVerdict } from './verdict-pill'

/** The results of a laboratory as one field of a step: the table, each row explained, and the verdict that follows from them. */
function ItemsControl({ of }: FieldControlProps) {
  const say = useSay()
  const problem = problemAt(useFormFrame(), toPointer(of.key))
  return (
    <div className="items-field">
      <LiveVerdict />
      <ItemsGrid columns={REPORT_COLUMNS} explains />
      {problem !== undefined && <p className="field-error">{say(problem)}</p>}
    </div>
  )
}

/** A field kind for forms with results: `kinds: { items: itemsKind }`. */
export const itemsKind: FieldKindOf = { Control: ItemsControl }

/** The verdict of the items in the form at hand, in one sentence. */
export function ItemsVerdictSentence({ edition }: { readonly edition: string }) {
  const nameOf = useNameOf()
  const { control } = useFormContext<{ items?: ItemForm[] }>()
  const items = useWatch({ control, name: 'items' }) ?? []
  const { sentence, verdict } = explainVerdict(items as readonly Partial<TestItem>[], edition)
  return (
    <p className="verdict-sentence" data-verdict={verdict}>
      {nameOf(sentence)}
    </p>
  )
}
