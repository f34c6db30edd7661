import type { FormField } from '../form/field-spec'
import { useFieldText } from '../form/field-text'
import { minuteOf } from '../format'
import { useKnownWord, useWords } from '../i18n'
import { usePlaceName } from '../places'
import { toPointer } from '../pointer'

/** What the fields of one kind of record are called, for whoever reads a record field by field without its page. */
export interface KindFields {
  /** Where its words stand, see `FormFrame`. */
  readonly words: string
  readonly fields: readonly FormField[]
  /** Where the names of its fields stand; `<words>.field` when left out. */
  readonly labels?: string
  /** Of lists whose columns are named elsewhere: list → where those words stand. */
  readonly columns?: Readonly<Record<string, string>>
  /** Of choices within rows: column → where the words of its codes stand. */
  readonly choices?: Readonly<Record<string, string>>
}

/** RFC 6901 §4. */
const stepsOf = (pointer: string): string[] =>
  pointer
    .replace(/^\//, '')
    .split('/')
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))

/** A row that is named by what nobody reads (an id) is not called by it. */
const isReadable = (key: string): boolean => key !== '' && key.length <= 30 && !/^[0-9a-f-]{32,}$/.test(key)

/** `/head/taskKind` → 任务类别; `/items/Lead/low` → 检验项目 · Lead · 下限. */
export function useFieldName({
  words,
  labels = `${words}.field`,
  columns = {},
}: Omit<KindFields, 'fields' | 'choices'>): (pointer: string) => string {
  const word = useKnownWord()
  const partOf = (name: string) => word(`${words}.section.${name}`) ?? word(`${labels}.${name}`) ?? word(`kernel.document.part.${name}`)
  const columnOf = (list: string, column: readonly string[]) =>
    word(`${labels}.${[list, ...column].join('.')}`) ?? word(`${columns[list] ?? ''}.${column.join('.')}`) ?? column.join('.')
  return (pointer) => {
    const [first = '', key = '', ...column] = stepsOf(pointer)
    const whole = word(`${labels}.${stepsOf(pointer).join('.')}`)
    if (whole !== undefined) return whole
    const row = word(`${columns[first] ?? ''}.${key}`) ?? word(`kernel.document.part.${key}`) ?? (isReadable(key) ? key : '')
    const parts = [partOf(first) ?? first, row, columnOf(first, column)]
    return parts.filter((part) => part !== '').join(' · ')
  }
}

/** A document in which nothing but this stands. */
const alone = (pointer: string, value: unknown): unknown =>
  stepsOf(pointer).reduceRight<unknown>((inner, step) => ({ [step]: inner }), value)

const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d/

/** A plain value of a field in words; '' for what is none (a row, a list of rows) and for nothing. */
export function useFieldValue({ words, fields, choices = {} }: KindFields): (pointer: string, value: unknown) => string {
  const t = useWords()
  const word = useKnownWord()
  const textOf = useFieldText(words)
  const placeName = usePlaceName()
  const textual = (last: string, value: string): string => {
    if (last === 'region') return placeName(value)
    if (MOMENT.test(value)) return minuteOf(value)
    return word(`${choices[last] ?? `${words}.choice.${last}`}.${value}`) ?? value
  }
  return (pointer, value) => {
    const field = fields.find(({ key }) => toPointer(key) === pointer)
    const said = field === undefined ? '' : textOf({ ...field, saidBy: field.key }, alone(pointer, value))
    if (said !== '') return said
    if (typeof value === 'boolean') return t(value ? 'kernel.form.yes' : 'kernel.form.no')
    if (typeof value === 'number') return String(value)
    return typeof value === 'string' ? textual(stepsOf(pointer).at(-1) ?? '', value) : ''
  }
}
