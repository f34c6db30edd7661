import type { ReactNode } from 'react'
import type { FormField } from '../kernel/form/field-spec'
import { useFieldText } from '../kernel/form/field-text'
import { useFieldWords } from '../kernel/form/form-frame'
import { minuteOf } from '../kernel/format'
import { useWords } from '../kernel/i18n'
import { Panel } from '../kernel/page'
import { toPointer } from '../kernel/pointer'
import { SignatureImage } from '../kernel/signature-image'
import type { SignatureForm } from './sheet-doc'

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

export function SignaturesShown({ signatures }: { readonly signatures: readonly SignatureForm[] }) {
  const t = useWords()
  return (
    <div className="signatures-shown">
      {signatures.map(({ role = 'sampler', name = '', at = '', strokes }) => {
        const who = t(`spotCheck.sign.role.${role as 'sampler'}`)
        return (
          <figure key={`${role} ${name} ${at}`} className="signature-shown" data-role={role}>
            {strokes !== undefined && <SignatureImage strokes={strokes} label={t('spotCheck.sign.picture', { role: who, name })} />}
            <figcaption>
              {who} {name} <span className="quiet">{minuteOf(at)}</span>
            </figcaption>
          </figure>
        )
      })}
    </div>
  )
}
