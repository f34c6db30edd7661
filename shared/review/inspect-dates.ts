import type { Bilingual } from '../kernel/bilingual.ts'
import { textAt } from '../kernel/kind.ts'
import { problem } from '../kernel/result.ts'
import { type CaseFile, type Deduction, deduct, type Inspection, listIn, type RecordOfFile, textAtPointer } from './case-file.ts'

interface Dated {
  readonly path: string
  readonly name: Bilingual
}
const at = (path: string, zh: string, en: string): Dated => ({ path, name: { zh, en } })

const produced = at('/product/producedOn', '生产日期', 'date of production')
const purchased = at('/food/purchasedOn', '购进日期', 'date of purchase')
const sampled = at('/sampling/date', '抽样日期', 'sampling date')
const useBy = at('/product/useBy', '限用日期', 'use-by date')
const sendBy = at('/sampling/sendBy', '寄送样截止日期', 'last day to send the sample')
const ordered = at('/online/orderedOn', '下单日期', 'date of the order')
const received = at('/online/receivedOn', '收货日期', 'date of receipt')
const unpacked = at('/online/unpackedOn', '拆包日期', 'date of unpacking')
const visited = at('/date', '现场日期', 'date of the visit')
const opined = at('/localBureau/on', '当地监管部门意见日期', 'date of the local bureau’s opinion')

/** What comes before what, in one paper. */
const PAIRS: Readonly<Record<string, readonly (readonly [first: Dated, next: Dated])[]>> = {
  samplingSheet: [
    [produced, sampled],
    [produced, purchased],
    [purchased, sampled],
    [sampled, useBy],
    [sampled, sendBy],
    [ordered, received],
    [received, unpacked],
  ],
  siteReport: [[visited, opined]],
}

const SIGNED = { zh: '签字日期', en: 'date of a signature' }
const DAY = 10

const outOfOrder = (first: Bilingual, day: string, next: Bilingual, on: string) => ({ first, day, next, on })

function inPaper(record: RecordOfFile): readonly Deduction[] {
  const { kind, doc } = record
  const pairs = (PAIRS[kind] ?? []).flatMap(([first, next]) => {
    const [day, on] = [textAtPointer(doc, first.path), textAtPointer(doc, next.path)]
    if (day === '' || on === '' || day <= on) return []
    return [deduct(record, 'serious', problem('review.datesOutOfOrder', next.path, outOfOrder(first.name, day, next.name, on)))]
  })
  const visit = kind === 'siteReport' ? visited : sampled
  const day = textAtPointer(doc, visit.path)
  const early = listIn(doc, 'signatures').flatMap((one, index) => {
    const on = textAt(one, 'at').slice(0, DAY)
    if (day === '' || on === '' || on >= day) return []
    const path = `/signatures/${String(index)}/at`
    return [deduct(record, 'serious', problem('review.datesOutOfOrder', path, outOfOrder(visit.name, day, SIGNED, on)))]
  })
  return [...pairs, ...early]
}

/** A case is opened upon a verdict; the table of a procedure looks at its own steps only. */
function acrossPapers({ records }: CaseFile): readonly Deduction[] {
  const verdict = records.find(({ kind, doc }) => kind === 'checkStep' && textAt(doc, 'step') === 'judge')
  const judged = textAt(verdict?.doc, 'on')
  return records
    .filter(({ kind, doc }) => kind === 'aftercareCase' && judged !== '' && textAt(doc, 'openedOn') < judged)
    .map((record) => {
      const facts = outOfOrder(
        { zh: '判定日期', en: 'date of the verdict' },
        judged,
        { zh: '立案日期', en: 'date the case was opened' },
        textAt(record.doc, 'openedOn'),
      )
      return deduct(record, 'serious', problem('review.datesOutOfOrder', '/openedOn', facts))
    })
}

export const inspectDates: Inspection = (file) => [...file.records.flatMap(inPaper), ...acrossPapers(file)]
