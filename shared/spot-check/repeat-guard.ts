import { addMonths } from 'date-fns/addMonths'
import { format } from 'date-fns/format'
import { parseISO } from 'date-fns/parseISO'
import { subMonths } from 'date-fns/subMonths'
import { type Loose, textAt } from '../kernel/kind.ts'
import { type Problem, problem } from '../kernel/result.ts'
import { blank, type Lawful } from './lawful.ts'
import type { EarlierSheet, SheetDraft, SubmitFacts } from './sheet-facts.ts'

export type RepeatProblem = Problem<
  'spotCheck.repeated',
  Lawful & { readonly no: string; readonly day: string; readonly until: string; readonly asOf: string | null }
>

const norm = (text: string): string => text.normalize('NFKC').replaceAll(/\s+/g, '').toUpperCase()

/** What counts as the same goods: producer (by code, else by name), standard, trademark and model. '' while producer or standard is missing. */
export function goodsKey(doc: Loose): string {
  const producer = norm(textAt(doc, 'producer', 'uscc')) || norm(textAt(doc, 'producer', 'name'))
  const standard = norm(textAt(doc, 'product', 'standard'))
  if (producer === '' || standard === '') return ''
  return [producer, standard, norm(textAt(doc, 'product', 'trademark')), norm(textAt(doc, 'product', 'model'))].join('|')
}

const day = (date: Date): string => format(date, 'yyyy-MM-dd')
/** Sheets of goods sampled after this day bar another sheet. */
export const repeatWindowStart = (date: string, months: number): string => day(subMonths(parseISO(date), months))
const freeAgain = (date: string, months: number): string => day(addMonths(parseISO(date), months))

const RANKS: readonly string[] = ['district', 'municipal', 'national']
const PROVINCE = 2

/** The bureau a check is made for: one for the nation, one for the municipality, one for each district. */
const bureauOf = (level: string, region: string): string =>
  level === 'national' ? '' : level === 'municipal' ? region.slice(0, PROVINCE) : region

/** A higher level bars a lower one; on one level the same bureau bars itself. */
function bars(earlier: EarlierSheet, { head = {} }: SheetDraft): boolean {
  const { taskLevel = 'district', region = '', taskAuthority = '' } = head
  const higher = RANKS.indexOf(earlier.level) - RANKS.indexOf(taskLevel)
  if (higher !== 0) return higher > 0
  const sameName = taskAuthority !== '' && taskAuthority === earlier.authority
  return sameName || bureauOf(taskLevel, region) === bureauOf(earlier.level, earlier.region)
}

const MIN_REASON = 2

/** 跟踪抽查 may repeat, and what is sampled for a reason that is written down. */
function isExempt({ head = {}, exceptions = {} }: SheetDraft): boolean {
  if (head.taskKind === 'followUp') return true
  return exceptions.repeat !== undefined && (exceptions.repeatReason ?? '').trim().length >= MIN_REASON
}

/** Order 18 art. 8; Product Quality Law art. 15. By the sheets that are known here, and it says how old those are. */
export function repeatProblems(doc: SheetDraft, { law, earlier, asOf }: SubmitFacts): RepeatProblem[] {
  const { article, value: months } = law.repeatMonths
  const date = doc.sampling?.date
  if (isExempt(doc) || blank(date)) return []
  const found = earlier.find((sheet) => freeAgain(sheet.day, months) > (date ?? '') && sheet.day <= (date ?? '') && bars(sheet, doc))
  if (found === undefined) return []
  const { no, day: sampledOn } = found
  return [problem('spotCheck.repeated', '/exceptions/repeat', { no, day: sampledOn, until: freeAgain(sampledOn, months), asOf, article })]
}
