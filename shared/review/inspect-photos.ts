import { textAt } from '../kernel/kind.ts'
import { problem } from '../kernel/result.ts'
import { type Deduction, deduct, eachRecord, type RecordOfFile } from './case-file.ts'

/** 取证照片: what a complete set shows; of a sample bought in a shop or online, nobody photographs the works. Order 18 arts. 19, 23. */
const ON_SITE = ['facade', 'licence', 'process', 'sample', 'group']
const BOUGHT = ['sample']
const SEALS = ['beforeSeal', 'afterSeal']

function expected({ kind, doc }: RecordOfFile): readonly string[] {
  if (kind === 'siteReport') return ['facade']
  if (kind !== 'samplingSheet') return []
  return textAt(doc, 'sampling', 'channel') === 'onSite' ? ON_SITE : BOUGHT
}

function inspect(record: RecordOfFile): readonly Deduction[] {
  const has = (slot: string): boolean => record.files.some((file) => file.slot === slot)
  const missing = expected(record).filter((slot) => !has(slot))
  const seals = record.kind === 'samplingSheet' ? SEALS.filter((slot) => !has(slot)) : []
  return [
    ...missing.map((slot) => deduct(record, 'remark', problem('review.photoMissing', '', { slot }))),
    ...seals.map((slot) => deduct(record, 'serious', problem('review.sealPhotoMissing', '', { slot }))),
    ...record.files.flatMap(({ name, elsewhere }) =>
      elsewhere === null ? [] : [deduct(record, 'serious', problem('review.photoFromElsewhere', '', { name, title: elsewhere.title }))],
    ),
  ]
}

export const inspectPhotos = eachRecord(inspect)
