import type { ReactNode } from 'react'
import type { FormField } from '../form/field-spec'
import { useFieldText } from '../form/field-text'
import { useFieldWords } from '../form/form-frame'
import { Panel } from '../page'
import { toPointer } from '../pointer'

interface FactsProps {
  /** Where the words of the fields stand. */
  readonly words: string
  readonly section: string
  readonly fields: readonly FormField[]
  readonly doc: unknown
  readonly children?: ReactNode
}

/** One part of a sealed document: what was filled in; what was left empty is not shown. */
export function SectionFacts({ words, section, fields, doc, children }: FactsProps) {
  const textOf = useFieldText(words)
  const { label, section: nameOf } = useFieldWords(words)
  const filled = fields.filter((field) => textOf(field, doc) !== '' && field.locked !== true)
  if (filled.length === 0 && children === undefined) return null
  return (
    <Panel name={section} title={nameOf(section)}>
      <dl className="facts">
        {filled.map((field) => (
          <div key={field.key} className="fact" data-span={field.span} data-fact={toPointer(field.key)}>
            <dt>{label(field)}</dt>
            <dd>{textOf(field, doc)}</dd>
          </div>
        ))}
      </dl>
      {children}
    </Panel>
  )
}
