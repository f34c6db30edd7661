import { contentHash } from '#electron/spot-check/signing'
import type { SheetDraft } from '#shared/spot-check/decide-submit-sheet'
import type { SamplingSheet } from '#shared/spot-check/sampling-sheet'
import type { Signature } from '#shared/spot-check/signature'

type Doc = { readonly [key: string]: unknown }

const signature = (role: Signature['role'], name: string): Pick<Signature, 'role' | 'name' | 'strokes'> => ({
  role,
  name,
  strokes: '10,10 400,200 900,300;20,40 60,80',
})

/** Who has to sign a sheet. As drawn: the program adds when, and under which content, as it is saved. */
export const theSignatures = [signature('sampler', '李芳'), signature('sampler', '王强'), signature('inspectedParty', '陈经理')]

const content: Omit<SamplingSheet, 'signatures'> = {
  head: { no: 'CQ-500103-20261122-abcd-001', region: '500103', taskYear: 2026, taskLevel: 'district', taskKind: 'followUp' },
  inspectedParty: { name: '重庆示范水泥有限公司', address: '渝中区民族路 1 号', uscc: '91500103MA0DEM013Q', contact: '陈经理' },
  producer: { name: '重庆示范水泥有限公司', address: '渝中区民族路 1 号', uscc: '91500103MA0DEM013Q', size: 'medium' },
  product: { kind: '水泥', name: '普通硅酸盐水泥', model: 'P·O 42.5', trademark: '山城', standard: 'GB 175-2023' },
  sampling: {
    date: '2026-11-22',
    place: '成品库',
    stage: 'production',
    channel: 'onSite',
    unit: 'kg',
    base: 2000,
    testQuantity: 10,
    backupQuantity: 10,
    testSealNo: '封-0001',
    backupSealNo: '封-0002',
  },
  samplingBody: { name: '重庆市产品质量抽样组' },
  items: [
    { name: '三氧化硫', unit: '%', requirement: 'atMost', high: '3.5', weight: 'A', result: '2.9' },
    { name: '初凝时间', unit: 'min', requirement: 'atLeast', low: '45', weight: 'A' },
  ],
  samplers: [{ name: '李芳' }, { name: '王强' }],
  confirmedForSale: true,
}

/** What differs, section by section. */
export type SheetChanges = { readonly [K in keyof SheetDraft]?: SheetDraft[K] | undefined }

const isSection = (value: unknown): value is Doc => typeof value === 'object' && value !== null && !Array.isArray(value)

function merged(base: Doc, changes: Doc): Doc {
  const entries = Object.entries(changes).map(([key, value]) => [
    key,
    isSection(value) && isSection(base[key]) ? merged(base[key], value) : value,
  ])
  return JSON.parse(JSON.stringify({ ...base, ...Object.fromEntries(entries) })) as Doc
}

/** A sheet the law has nothing against (a follow-up: tests seal it again and again), all drawn signatures on it; a member that is `undefined` in the changes is left out. */
export const aCompleteSheet = (changes: SheetChanges = {}): SheetDraft & Doc => merged({ ...content, signatures: theSignatures }, changes)

/** The same as the rule sees it: every signature dated and put under the content as it stands. */
export function aSignedSheet(changes: SheetChanges = {}): SheetDraft & Doc {
  const sheet = aCompleteSheet(changes)
  const over = contentHash(sheet)
  return { ...sheet, signatures: (sheet.signatures ?? []).map((one) => ({ at: '2026-11-22T10:00:00+08:00', over, ...one })) }
}
