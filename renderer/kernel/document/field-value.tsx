import './field-value.css'
import type { ReactNode } from 'react'
import { useWords } from '../i18n'
import { type KindFields, useFieldName, useFieldValue } from './kind-fields'
import { TextChanges } from './text-changes'

interface ValueProps {
  readonly of: KindFields
  /** JSON Pointer of the field, and those it stands for when several mean something only together. */
  readonly field: string
  readonly members: readonly string[]
  readonly value: unknown
  /** What it was before: differences within a long text are marked. */
  readonly base?: unknown
}

const isRow = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** From here on two texts are no longer compared at a glance. */
const LONG = 16

/** A value of any shape so that a person can read it: a word, a text with its changes, a row, a list of rows. */
export function FieldValue({ of, field, members, value, base }: ValueProps) {
  const t = useWords()
  const said = useFieldValue(of)
  if (value === undefined || value === null || value === '') return <span className="quiet">{t('kernel.document.nothing')}</span>
  if (isRow(value)) return members.length > 1 ? <Group of={of} members={members} values={value} /> : <Row of={of} at={field} row={value} />
  if (Array.isArray(value)) return <List of={of} at={field} entries={value} />
  const text = said(field, value)
  if (typeof base === 'string' && text === value && text.length >= LONG) return <TextChanges before={base} after={text} />
  return <span className="value-text">{text}</span>
}

interface Facts {
  readonly name: string
  readonly value: ReactNode
}

const Facts = ({ facts }: { readonly facts: readonly Facts[] }) => (
  <dl className="value-row">
    {facts.map(({ name, value }) => (
      <div key={name}>
        <dt>{name}</dt>
        <dd>{value}</dd>
      </div>
    ))}
  </dl>
)

/** Fields that mean something only together, each by its own name. */
function Group({ of, members, values }: Pick<ValueProps, 'of' | 'members'> & { readonly values: Readonly<Record<string, unknown>> }) {
  const nameOf = useFieldName(of)
  const facts = members.map((member) => ({
    name: nameOf(member),
    value: <FieldValue of={of} field={member} members={[member]} value={values[member]} />,
  }))
  return <Facts facts={facts} />
}

interface RowProps {
  readonly of: KindFields
  readonly at: string
  readonly row: Readonly<Record<string, unknown>>
}

/** The column's name alone: whose it is stands above. */
const lastPart = (name: string): string => name.split(' · ').at(-1) ?? name

function Row({ of, at, row }: RowProps) {
  const nameOf = useFieldName(of)
  const facts = Object.entries(row)
    .filter(([key]) => key !== 'id')
    .map(([key, value]) => ({
      name: lastPart(nameOf(`${at}/${key}`)),
      value: <FieldValue of={of} field={`${at}/${key}`} members={[]} value={value} />,
    }))
  return <Facts facts={facts} />
}

/** A list of plain values in one line; rows one under the other, each in one line. */
function List({ of, at, entries }: { readonly of: KindFields; readonly at: string; readonly entries: readonly unknown[] }) {
  const t = useWords()
  const said = useFieldValue(of)
  const lineOf = (entry: unknown): string =>
    isRow(entry)
      ? Object.entries(entry)
          .map(([key, value]) => (key === 'id' ? '' : said(`${at}/*/${key}`, value)))
          .filter((text) => text !== '')
          .join(' · ')
      : said(at, entry)
  if (entries.length === 0) return <span className="quiet">{t('kernel.none')}</span>
  return (
    <ol className="value-list">
      {entries.map((entry, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a list that was sealed never changes
        <li key={index}>{lineOf(entry)}</li>
      ))}
    </ol>
  )
}
