import type { HolidayCalendar } from '#shared/reference/holiday-calendar'
import type { ListedItem } from '#shared/reference/reference-contract'
import type { ReferenceTable } from '#shared/reference/reference-item'
import { type Column, DataTable } from '../kernel/data-table'
import { useAnyWord, useWords } from '../kernel/i18n'
import { rowsOf, textOf } from './item-form'
import { type ItemShape, type Member, shapes, wordOf } from './item-shape'
import { YearStrip } from './year-strip'

interface BodyProps {
  readonly table: ReferenceTable
  readonly item: ListedItem['item']
}

/** All of an item: its members, its list, and of a calendar the year. */
export function ItemBody({ table, item }: BodyProps) {
  const t = useWords()
  if (table === 'paperLayout')
    return (
      <section className="item-rows">
        <h3>{t('reference.json')}</h3>
        <pre className="item-json">{JSON.stringify(item, null, 2)}</pre>
      </section>
    )
  const shape = shapes[table]
  return (
    <>
      <Members table={table} item={item} members={shape.members} />
      {table === 'holidayCalendar' && <YearStrip calendar={item as unknown as HolidayCalendar} />}
      <Rows item={item} shape={shape} />
    </>
  )
}

/** A choice in words, a yes or no in words, everything else as it stands. */
function useShown(): (item: unknown, member: Member) => string {
  const t = useWords()
  const say = useAnyWord()
  return (item, member) => {
    const text = textOf(item, member)
    if (member.form === 'bool') return t(text === 'true' ? 'reference.yes' : 'reference.no')
    return member.choices === undefined || text === '' ? text : say(`reference.field.choice.${text}`)
  }
}

function Members({ table, item, members }: BodyProps & { readonly members: readonly Member[] }) {
  const say = useAnyWord()
  const shown = useShown()
  return (
    <dl className="facts">
      {members
        .filter((member) => textOf(item, member) !== '')
        .map((member) => (
          <div
            key={member.path}
            className="fact"
            data-span={member.form === 'long' || wordOf(member.path).startsWith('article') ? 'full' : undefined}
          >
            <dt>{say(`reference.field.${table}.${wordOf(member.path)}`)}</dt>
            <dd>{shown(item, member)}</dd>
          </div>
        ))}
    </dl>
  )
}

function Rows({ item, shape }: { readonly item: unknown; readonly shape: ItemShape }) {
  const t = useWords()
  const say = useAnyWord()
  const shown = useShown()
  if (shape.rows === undefined) return null
  const list = shape.rows.path.slice(1)
  const rows = rowsOf(item, shape)
  const used = shape.rows.members.filter((member) => rows.some((row) => textOf(row, member) !== ''))
  const columns = used.map(
    (member, index): Column<unknown> => ({
      key: member.path,
      title: say(`reference.field.${list}.${wordOf(member.path)}`),
      ...(index === 0 ? { wrap: true } : {}),
      render: (row) => shown(row, member),
    }),
  )
  const title = list === 'items' ? t('reference.items', { n: rows.length }) : t('reference.holidays')
  return (
    <section className="item-rows">
      <h3>{title}</h3>
      <DataTable label={title} columns={columns} rows={rows} keyOf={(row) => JSON.stringify(row)} />
    </section>
  )
}
