import type { ReactNode } from 'react'
import { minuteOf } from '../kernel/format'
import { useWords } from '../kernel/i18n'
import { Panel } from '../kernel/page'
import { toPointer } from '../kernel/pointer'
import { useFactText, useLimitText } from './fact-text'
import type { ItemForm, SheetForm, SignatureForm } from './sheet-doc'
import { type FieldSection, fieldsOf } from './sheet-fields'
import { SignatureImage } from './signature-image'
import { verdictOfItem } from './verdicts'

interface FactsProps {
  readonly section: FieldSection
  readonly doc: SheetForm
  readonly children?: ReactNode
}

/** One part of a sealed sheet: what was filled in; what was left empty is not shown. */
export function SectionFacts({ section, doc, children }: FactsProps) {
  const t = useWords()
  const textOf = useFactText(doc)
  const filled = fieldsOf(section).filter((field) => textOf(field) !== '' && field.key !== 'head.no')
  return (
    <Panel name={section} title={t(`spotCheck.section.${section}`)}>
      <dl className="facts">
        {filled.map((field) => (
          <div key={field.key} className="fact" data-span={field.span} data-fact={toPointer(field.key)}>
            <dt>{t(`spotCheck.field.${field.key}`)}</dt>
            <dd>{textOf(field)}</dd>
          </div>
        ))}
      </dl>
      {children}
    </Panel>
  )
}

export function ItemsTable({ items }: { readonly items: readonly ItemForm[] }) {
  const t = useWords()
  const limitOf = useLimitText()
  if (items.length === 0) return <p className="quiet">{t('kernel.none')}</p>
  return (
    <div className="table-frame">
      <table className="table" aria-label={t('spotCheck.items.label')}>
        <thead>
          <tr>
            <th scope="col">{t('spotCheck.paper.itemNo')}</th>
            <th scope="col" className="grow">
              {t('spotCheck.items.name')}
            </th>
            <th scope="col">{t('spotCheck.paper.limit')}</th>
            <th scope="col">{t('spotCheck.items.weight')}</th>
            <th scope="col">{t('spotCheck.items.result')}</th>
            <th scope="col">{t('spotCheck.items.verdict')}</th>
          </tr>
        </thead>
        <tbody>
          {items.map((item, index) => {
            const verdict = verdictOfItem(item)
            return (
              <tr key={`${String(index)} ${item.name ?? ''}`}>
                <td>{index + 1}</td>
                <td className="grow">
                  {item.name} {item.method !== undefined && <span className="quiet">{item.method}</span>}
                </td>
                <td>{limitOf(item)}</td>
                <td>{item.weight}</td>
                <td>{item.result ?? '/'}</td>
                <td className="item-verdict" data-verdict={verdict}>
                  {t(`spotCheck.itemVerdict.${verdict}`)}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
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
