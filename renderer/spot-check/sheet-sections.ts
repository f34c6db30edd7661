import type { Problem } from '#shared/kernel/result'

/** The parts of a sheet in the order of the paper. */
export const SECTIONS = [
  'head',
  'inspectedParty',
  'producer',
  'product',
  'sampling',
  'online',
  'food',
  'items',
  'photos',
  'samplingBody',
  'signatures',
  'exceptions',
  'seal',
]

const ELSEWHERE: Readonly<Record<string, string>> = { samplers: 'samplingBody', remarks: 'samplingBody', confirmedForSale: 'signatures' }

/** Where a problem belongs, by the first step of its path. */
export function sectionOf(pointer: string): string {
  const first = pointer.split('/')[1] ?? ''
  return ELSEWHERE[first] ?? (SECTIONS.includes(first) ? first : 'seal')
}

/** What is merely not filled in yet; everything else is wrong. */
const UNFINISHED = new Set([
  'field.missing',
  'spotCheck.tooFewSamplers',
  'spotCheck.sealMissing',
  'spotCheck.signatureMissing',
  'spotCheck.itemWithoutLimit',
  'spotCheck.partyWithoutCode',
  'spotCheck.priceMissing',
  'spotCheck.foodNotBought',
  'spotCheck.invoiceMissing',
  'spotCheck.screenshotMissing',
  'spotCheck.reasonMissing',
  'spotCheck.stampMissing',
  'spotCheck.processMissing',
  'spotCheck.witnessMissing',
])

export const isUnfinished = ({ code }: Pick<Problem, 'code'>): boolean => UNFINISHED.has(code)
