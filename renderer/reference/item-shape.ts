import type { ReferenceTable } from '#shared/reference/reference-item'

export type Form = 'text' | 'long' | 'int' | 'signed' | 'date' | 'bool' | 'days'

/** One member of an item, by its JSON Pointer in the item (or in the row of a list). */
export interface Member {
  readonly path: string
  readonly form?: Form
  readonly choices?: readonly string[]
}

/** How a table's items are shown and edited: members in the order of the paper, and the list in them. */
export interface ItemShape {
  readonly members: readonly Member[]
  readonly rows?: { readonly path: string; readonly members: readonly Member[] }
}

const SURE: Member = { path: '/sure', choices: ['verified', 'derived', 'memory'] }
const SOURCE: Member = { path: '/source', form: 'long' }
const ARTICLE: readonly Member[] = [{ path: '/article/zh' }, { path: '/article/en' }]
const VALIDITY: readonly Member[] = [
  { path: '/validFrom', form: 'date' },
  { path: '/validTo', form: 'date' },
]

/** A layout is a tree of its own: it is edited as JSON, and is not here. */
export const shapes: Readonly<Record<Exclude<ReferenceTable, 'paperLayout'>, ItemShape>> = {
  samplingRule: {
    members: [
      { path: '/kind' },
      { path: '/en' },
      { path: '/variant', choices: ['industrial', 'food'] },
      { path: '/edition' },
      { path: '/testQuantity', form: 'int' },
      { path: '/backupQuantity', form: 'int' },
      { path: '/baseMinimum', form: 'int' },
      { path: '/unit' },
      { path: '/drawUnits/count', form: 'int' },
      { path: '/drawUnits/unit' },
      ...VALIDITY,
      SURE,
      SOURCE,
    ],
    rows: {
      path: '/items',
      members: [
        { path: '/name' },
        { path: '/requirement', choices: ['atMost', 'atLeast', 'between', 'equals', 'qualitative'] },
        { path: '/low' },
        { path: '/high' },
        { path: '/expected' },
        { path: '/unit' },
        { path: '/weight', choices: ['A', 'B'] },
        { path: '/method' },
        { path: '/lod' },
        { path: '/comparison', choices: ['fullValue', 'rounded'] },
        { path: '/standing', choices: ['mandatory', 'recommended'] },
      ],
    },
  },
  deadlineRule: {
    members: [
      { path: '/key' },
      { path: '/zh' },
      { path: '/en' },
      { path: '/kind', choices: ['limit', 'retention'] },
      { path: '/amount', form: 'int' },
      { path: '/unit', choices: ['calendarDays', 'workingDays', 'hours', 'months'] },
      { path: '/from' },
      { path: '/rollsOver', form: 'bool' },
      { path: '/openInterval/after', form: 'int' },
      { path: '/openInterval/before', form: 'int' },
      ...ARTICLE,
      ...VALIDITY,
      SURE,
      SOURCE,
    ],
  },
  holidayCalendar: {
    members: [{ path: '/year', form: 'int' }, { path: '/edition' }, { path: '/issued', form: 'date' }, SURE, SOURCE],
    rows: {
      path: '/holidays',
      members: [
        { path: '/zh' },
        { path: '/en' },
        { path: '/from', form: 'date' },
        { path: '/to', form: 'date' },
        { path: '/workdays', form: 'days' },
      ],
    },
  },
  lawArticle: { members: [{ path: '/key' }, { path: '/zh' }, { path: '/en' }, ...ARTICLE, SURE, SOURCE] },
  creditWeight: {
    members: [
      { path: '/key' },
      { path: '/zh' },
      { path: '/en' },
      { path: '/points', form: 'signed' },
      { path: '/most', form: 'int' },
      { path: '/validMonths', form: 'int' },
      ...VALIDITY,
      SURE,
      SOURCE,
    ],
  },
  lawNumber: { members: [{ path: '/key' }, { path: '/value', form: 'int' }, ...ARTICLE, SURE, SOURCE] },
}

/** The name of a member's words: `/drawUnits/count` → `drawUnitsCount`. */
export const wordOf = (path: string): string =>
  path
    .split('/')
    .slice(1)
    .map((step, index) => (index === 0 ? step : step.charAt(0).toUpperCase() + step.slice(1)))
    .join('')
