import type { CaseFile, FileOfRecord, RecordOfFile } from '#shared/review/case-file'
import { inspectFile } from '#shared/review/inspect-file'

type Doc = { readonly [key: string]: unknown }

const HASH = 'a'.repeat(64)
const CODE = '91500103MA0DEM013Q'

export const aPhoto = (slot: string, elsewhere: FileOfRecord['elsewhere'] = null): FileOfRecord => ({
  slot,
  name: `${slot}.jpg`,
  sha256: HASH,
  elsewhere,
})

const signature = (role: string, name: string): Doc => ({ role, name, at: '2026-11-22T10:00:00+08:00', over: HASH })
export const signatures = [signature('sampler', '李芳'), signature('sampler', '王强'), signature('inspectedParty', '陈经理')]

const blank: Omit<RecordOfFile, 'id' | 'kind' | 'title' | 'doc'> = {
  files: [],
  contentHash: null,
  corrections: [],
  aside: null,
  untimely: [],
}

/** A sheet that a reviewer has nothing against. */
export const aSheet = (changes: Doc = {}, rest: Partial<RecordOfFile> = {}): RecordOfFile => ({
  ...blank,
  id: '01890000-0000-7000-8000-000000000001',
  kind: 'samplingSheet',
  title: 'CQ-1 水泥',
  contentHash: HASH,
  files: ['facade', 'licence', 'process', 'sample', 'beforeSeal', 'afterSeal', 'group'].map((slot) => aPhoto(slot)),
  doc: {
    head: { taskNo: 'RW-1' },
    inspectedParty: { name: '重庆示范水泥有限公司', uscc: CODE, contact: '陈经理', phone: '02363000000' },
    producer: { name: '重庆示范水泥有限公司', uscc: CODE },
    product: { producedOn: '2026-11-01', trademark: '山城' },
    sampling: { date: '2026-11-22', channel: 'onSite', purchase: 'bought', backupQuantity: 10, backupLocation: 'lab' },
    samplers: [{ name: '李芳' }, { name: '王强' }],
    signatures,
    ...changes,
  },
  ...rest,
})

export const aSiteReport = (changes: Doc = {}, rest: Partial<RecordOfFile> = {}): RecordOfFile => ({
  ...blank,
  id: '01890000-0000-7000-8000-000000000002',
  kind: 'siteReport',
  title: 'CQ-2 拒检',
  contentHash: HASH,
  files: [aPhoto('facade')],
  doc: {
    date: '2026-11-22',
    outcome: 'refused',
    process: '拒绝提供样品',
    inspectedParty: { name: '重庆示范水泥有限公司', uscc: CODE },
    samplers: [{ name: '李芳' }, { name: '王强' }],
    witness: { name: '赵见证' },
    localBureau: { opinion: '属实', on: '2026-11-23' },
    signatures: [...signatures, signature('witness', '赵见证')],
    ...changes,
  },
  ...rest,
})

export const aStep = (kind: 'checkStep' | 'caseStep', doc: Doc, rest: Partial<RecordOfFile> = {}): RecordOfFile => ({
  ...blank,
  id: '01890000-0000-7000-8000-000000000003',
  kind,
  title: String(doc['step']),
  doc,
  ...rest,
})

export const aNotice = (changes: Doc = {}, rest: Partial<RecordOfFile> = {}): RecordOfFile =>
  aStep(
    'caseStep',
    { step: 'notice', recipient: 'sampledParty', name: '重庆示范水泥有限公司', docNo: '通知〔2026〕1号', on: '2026-11-25', ...changes },
    { files: [aPhoto('proof')], ...rest },
  )

export const theCase = (changes: Doc = {}, rest: Partial<RecordOfFile> = {}): RecordOfFile => ({
  ...blank,
  id: '01890000-0000-7000-8000-000000000004',
  kind: 'aftercareCase',
  title: 'H001',
  doc: {
    no: 'H001',
    openedOn: '2026-11-24',
    sampledParty: { name: '重庆示范水泥有限公司', uscc: CODE },
    labelledProducer: { name: '重庆示范水泥有限公司', uscc: CODE },
    ...changes,
  },
  ...rest,
})

export const found = (records: readonly RecordOfFile[], voided: CaseFile['voided'] = []) =>
  inspectFile({ records, voided }).map(({ code, path, weight, facts }) => ({ code, path, weight, facts }))
