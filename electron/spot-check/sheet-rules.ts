import { getDraft } from '#db/kernel/drafts'
import { getRecord } from '#db/kernel/records'
import { getNewestImport, listSameGoods } from '#db/spot-check/spot-check-queries'
import { decideSubmitSheet, normalizeSheet, type SheetDraft } from '#shared/spot-check/decide-submit-sheet'
import { goodsKey, repeatWindowStart } from '#shared/spot-check/repeat-guard'
import type { EarlierSheet, SubmitFacts } from '#shared/spot-check/sheet-facts'
import type { KindRules, Sealing } from '../kernel/kind-rules.ts'
import { dayOf, type World } from '../kernel/world.ts'
import { getLaw, getSamplingRule } from '../reference/reference-data.ts'
import { taskFacts } from './known.ts'
import { contentHash, stampSignatures } from './signing.ts'

/** Photos are known to the draft, or to the record that is corrected. */
function photosOf(world: World, id: string): Record<string, number> {
  const files = getRecord(world.db, id)?.attachments ?? getDraft(world.db, id)?.attachments ?? []
  const counts: Record<string, number> = {}
  for (const { slot = '' } of files) counts[slot] = (counts[slot] ?? 0) + 1
  return counts
}

/** Sheets of the same goods sampled shortly before, as far as this device knows. */
function earlierSheets(world: World, id: string, doc: SheetDraft, months: number): EarlierSheet[] {
  const [goods, until] = [goodsKey(doc), doc.sampling?.date ?? '']
  if (goods === '' || !/^\d{4}-\d{2}-\d{2}$/.test(until)) return []
  return listSameGoods(world.db, { goods, until, after: repeatWindowStart(until, months), except: id })
}

function factsOf(world: World, { id, doc, op }: Sealing): SubmitFacts {
  const sheet = doc as SheetDraft
  const law = getLaw(world)
  const { kind = '', ruleEdition } = sheet.product ?? {}
  return {
    rule: getSamplingRule(world, kind, { day: sheet.sampling?.date, edition: ruleEdition }),
    law,
    articleOf: world.articleOf,
    contentHash: contentHash(doc),
    today: dayOf(world),
    signaturesMayBeOlder: op === 'correct',
    photos: photosOf(world, id),
    earlier: earlierSheets(world, id, sheet, law.repeatMonths.value),
    task: taskFacts(world, sheet.head?.taskId ?? '', id),
    asOf: getNewestImport(world.db),
  }
}

export const samplingSheetRules: KindRules = {
  kind: 'samplingSheet',
  normalize: (world, doc) => stampSignatures(world, normalizeSheet(doc), contentHash),
  decide: (world, sealing) => decideSubmitSheet(sealing.doc, factsOf(world, sealing)),
}
