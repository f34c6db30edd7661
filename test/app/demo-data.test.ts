import { v7 } from 'uuid'
import { expect, test } from 'vitest'
import { getDemoCases, getDemoChecks, getDemoEnterprises, getDemoSheets } from '#electron/app/seed-demo-data'
import { demoSheetDoc, demoSignatures } from '#electron/app/seed-demo-sheet'
import { scribbleOf } from '#electron/app/seed-scribble'
import { getDistricts } from '#electron/reference/reference-data'
import { contentHash } from '#electron/spot-check/signing'
import { checkUscc } from '#shared/enterprise/uscc'
import { parseDraft } from '#shared/kernel/kind'
import { sheetVerdict } from '#shared/reference/verdict'
import { decideSubmitSheet } from '#shared/spot-check/decide-submit-sheet'
import { samplingSheetKind } from '#shared/spot-check/sampling-sheet'
import { Signature } from '#shared/spot-check/signature'
import { shippedArticleOf as articleOf, shippedLaw, shippedSamplingRule } from '../reference/shipped.ts'

const enterprises = new Map(getDemoEnterprises().map((enterprise) => [enterprise.key, enterprise]))
const sheets = getDemoSheets()
const now = new Date('2026-11-22T10:00:00+08:00')

/** The document the demonstration would write for this entry, signed as it signs. */
function documentOf(entry: (typeof sheets)[number], index: number): Record<string, unknown> {
  const party = enterprises.get(entry.enterprise)!
  const no = `CQ-${party.doc.region}-20261101-demo-${String(index + 1).padStart(3, '0')}`
  const facts = {
    entry,
    no,
    enterpriseId: v7(),
    party,
    producer: enterprises.get(entry.producer)!,
    rule: shippedSamplingRule(entry.kind)!,
    now,
  }
  const content = demoSheetDoc(facts)
  const signatures = demoSignatures(facts).map((signature) => ({
    ...signature,
    at: '2026-11-22T10:00:00+08:00',
    over: contentHash(content),
  }))
  return signatures.length === 0 ? content : { ...content, signatures }
}

const submitted = (doc: Record<string, unknown>) =>
  decideSubmitSheet(doc, {
    rule: shippedSamplingRule((doc['product'] as { kind: string } | undefined)?.kind ?? ''),
    law: shippedLaw,
    contentHash: contentHash(doc),
    today: '2026-11-22',
    articleOf,
    photos: {},
    earlier: [],
    task: null,
    asOf: null,
  })

test('about 40 enterprises, each marked 演示, in a district that exists today, with a code of its own that passes both check digits', () => {
  const docs = [...enterprises.values()].map(({ doc }) => doc)
  const codes = docs.flatMap(({ uscc }) => uscc ?? [])
  const current = new Set(getDistricts().flatMap(({ code, validTo }) => (validTo === undefined ? [code] : [])))
  expect([docs.length, codes.length, new Set(codes).size]).toEqual([42, 41, 41])
  expect(codes.filter((code) => !checkUscc(code).valid)).toEqual([])
  expect(docs.filter(({ name, region }) => !name.startsWith('演示·') || !current.has(region))).toEqual([])
  expect(
    docs.filter(({ contact, legalRepresentative }) => !/^演示·..演示·..$/.test(`${contact ?? ''}${legalRepresentative ?? ''}`)),
  ).toEqual([])
  expect(docs.filter(({ phone }) => !/^023-600000\d\d$/.test(phone ?? ''))).toEqual([])
})

test('29 sheets, in every state a record can be in', () => {
  const count = (state: string) => sheets.filter((entry) => entry.state === state).length
  const states = ['draft', 'submitted', 'packed', 'received', 'approved', 'returned', 'void']
  expect(states.map((state) => `${state} ${String(count(state))}`)).toEqual([
    'draft 6',
    'submitted 4',
    'packed 3',
    'received 3',
    'approved 9',
    'returned 2',
    'void 2',
  ])
})

test('every sheet names enterprises and a product kind that exist, and no result for an item its rule does not have', () => {
  const unknown = sheets.filter(({ enterprise, producer, kind, results }) => {
    const items = shippedSamplingRule(kind)?.items.map(({ name }) => name) ?? []
    return (
      !enterprises.has(enterprise) ||
      !enterprises.has(producer) ||
      items.length === 0 ||
      Object.keys(results).some((name) => !items.includes(name))
    )
  })
  expect(unknown).toEqual([])
})

test('every sheet that is to be sealed stands up to the law; every draft can be saved, and none could be sealed as it is', () => {
  const documents = sheets.map((entry, index) => ({ entry, doc: documentOf(entry, index) }))
  const drafts = documents.filter(({ entry }) => entry.state === 'draft').map(({ doc }) => doc)
  const sealed = documents.filter(({ entry }) => entry.state !== 'draft').map(({ doc }) => doc)
  expect(sealed.map(submitted).filter(({ ok }) => !ok)).toEqual([])
  expect(drafts.map((doc) => parseDraft(samplingSheetKind as never, doc)).filter(({ ok }) => !ok)).toEqual([])
  expect(drafts.map(submitted).filter(({ ok }) => ok)).toEqual([])
})

test('the batches of the demonstration passed, failed, failed seriously and wait for the laboratory', () => {
  const verdicts = sheets
    .filter(({ state }) => state !== 'draft')
    .map((entry, index) => sheetVerdict(documentOf(entry, index)['items'] as []))
  const count = (verdict: string) => verdicts.filter((found) => found === verdict).length
  expect([count('noNonconformityFound'), count('nonconforming'), count('seriouslyNonconforming'), count('undecided')]).toEqual([6, 2, 7, 8])
})

test('every case is about a sheet whose report came first; no step of it is before the one above it', () => {
  const tested = new Map(getDemoChecks().tested.map(({ sheet, steps }) => [sheet, steps]))
  const astray = getDemoCases().filter(({ sheet, daysAgo, steps }) => {
    const days = [...(tested.get(sheet) ?? []), { daysAgo }, ...steps].map((step) => step.daysAgo)
    return !tested.has(sheet) || days.some((day, index) => day > (days[index - 1] ?? day))
  })
  expect(astray).toEqual([])
})

test('a scribble is a signature the sheet accepts, the same each time for one name', () => {
  expect(Signature.shape.strokes.safeParse(scribbleOf('演示·甲')).success).toBe(true)
  expect(scribbleOf('演示·甲')).toBe(scribbleOf('演示·甲'))
  expect(scribbleOf('演示·甲')).not.toBe(scribbleOf('演示·乙'))
})
