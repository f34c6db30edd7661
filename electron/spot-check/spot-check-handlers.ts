import { getDraft } from '#db/kernel/drafts'
import { getRecord } from '#db/kernel/records'
import { getLastSheetId, lastRunningNumber } from '#db/spot-check/spot-check-queries'
import { canonical } from '#shared/kernel/canonical'
import { withoutEmpty } from '#shared/kernel/draft-schema'
import { parseDraft } from '#shared/kernel/kind'
import { ok } from '#shared/kernel/result'
import { decideSubmitSheet, normalizeSheet, type SheetDraft } from '#shared/spot-check/decide-submit-sheet'
import { samplingSheetKind, signedContent } from '#shared/spot-check/sampling-sheet'
import type { spotCheckContract } from '#shared/spot-check/spot-check-contract'
import { storeDraft } from '../kernel/draft-handlers.ts'
import { sha256Of } from '../kernel/durable-file.ts'
import type { KindRules, Sealing } from '../kernel/kind-rules.ts'
import type { HandlersFor } from '../kernel/router.ts'
import { dayOf, newRecordId, timeOf, type World } from '../kernel/world.ts'
import { getLaw, getSamplingRule } from '../reference/reference-data.ts'

type Doc = Sealing['doc']

/** sha256 of the canonical content without signatures, emptied fields dropped: what a signature is put under. */
export const contentHash = (doc: Doc): string => sha256Of(canonical(withoutEmpty(signedContent(doc)) ?? {}))

/** A signature that comes without a stamp is put under the content it comes with. */
function stampSignatures(world: World, doc: SheetDraft): SheetDraft {
  const { signatures } = doc
  if (signatures === undefined || signatures.every(({ over, at }) => over !== undefined && at !== undefined)) return doc
  const over = contentHash(doc)
  return { ...doc, signatures: signatures.map((signature) => ({ over, at: timeOf(world), ...signature })) }
}

const problemsOf = (world: World, { doc, op }: Pick<Sealing, 'doc' | 'op'>): ReturnType<typeof decideSubmitSheet> => {
  const sheet = doc as SheetDraft
  return decideSubmitSheet(sheet, {
    rule: getSamplingRule(sheet.product?.kind ?? ''),
    law: getLaw(),
    contentHash: contentHash(doc),
    today: dayOf(world),
    signaturesMayBeOlder: op === 'correct',
  })
}

export const samplingSheetRules: KindRules = {
  kind: 'samplingSheet',
  normalize: (world, doc) => stampSignatures(world, normalizeSheet(doc)),
  decide: (world, sealing) => problemsOf(world, sealing),
}

/** CQ-<region>-<day>-<4 of the device>-<running number>: unique without a network, never changed on merge. */
function nextNumber(world: World): string {
  const prefix = `CQ-${world.self.region}-${dayOf(world).replaceAll('-', '')}-${world.self.device.slice(0, 4)}-`
  return `${prefix}${String(lastRunningNumber(world.db, prefix) + 1).padStart(3, '0')}`
}

function lastSheet(world: World, by: { enterpriseId?: string | undefined; kind?: string | undefined }): SheetDraft | null {
  const id = getLastSheetId(world.db, by)
  return id === null ? null : (getRecord(world.db, id)?.doc ?? null)
}

function partyFrom(world: World, enterpriseId: string): Doc {
  const doc = getRecord(world.db, enterpriseId)?.doc ?? {}
  const kept = ['name', 'address', 'legalRepresentative', 'contact', 'phone', 'uscc', 'noUsccReason'].filter(
    (key) => doc[key] !== undefined,
  )
  return { enterpriseId, ...Object.fromEntries(kept.map((key) => [key, doc[key]])) }
}

function newSheet(world: World, enterpriseId: string | undefined): Doc {
  const before = lastSheet(world, {})
  return {
    head: {
      no: nextNumber(world),
      region: world.self.region,
      taskLevel: 'district',
      taskKind: 'spotCheck',
      taskAuthority: before?.head?.taskAuthority ?? world.self.org,
    },
    sampling: { date: dayOf(world), stage: 'production', channel: 'onSite' },
    samplingBody: before?.samplingBody ?? { name: world.self.org },
    samplers: before?.samplers ?? [{ name: world.self.name }],
    ...(enterpriseId === undefined ? {} : { inspectedParty: partyFrom(world, enterpriseId) }),
  }
}

export const spotCheckHandlers: HandlersFor<typeof spotCheckContract> = {
  'spotCheck.newSheet': (world, { enterpriseId }) =>
    ok({ id: newRecordId(), doc: (withoutEmpty(newSheet(world, enterpriseId)) ?? {}) as never }),
  'spotCheck.checkSheet': (world, { id }) => {
    const draft = getDraft(world.db, id)
    const checked = problemsOf(world, { doc: draft?.doc ?? {}, op: 'submit' })
    return ok(checked.ok ? [] : [...checked.problems])
  },
  'spotCheck.signSheet': (world, { id, doc, signature }) => {
    const read = parseDraft(samplingSheetKind, doc)
    if (!read.ok) return read
    const sheet = read.value as SheetDraft
    const { signatures = [] } = sheet
    const kept = signatures.filter((old) => old.role !== signature.role || old.name !== signature.name)
    const stored = storeDraft(world, {
      id,
      kind: 'samplingSheet',
      doc: { ...sheet, signatures: [...kept, signature] },
      cursor: '/signatures',
    })
    if (!stored.ok) return stored
    world.changed('draft')
    return ok({ doc: stored.value.doc as never })
  },
  'spotCheck.lastSheet': (world, by) => ok(lastSheet(world, by) as never),
}
