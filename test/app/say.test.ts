import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { aftercareWords } from '#shared/aftercare/aftercare-words'
import { type InputProblem, inputWords } from '#shared/app/input-words'
import { say } from '#shared/app/say'
import { type SeedProblem, seedWords } from '#shared/app/seed-words'
import type { AttachmentProblem } from '#shared/attachment/attachment-contract'
import { attachmentWords } from '#shared/attachment/attachment-words'
import { certificationWords } from '#shared/certification/certification-words'
import { enterpriseWords } from '#shared/enterprise/enterprise-words'
import type { LineProblem } from '#shared/kernel/check-line'
import { fieldWords, recordWords } from '#shared/kernel/kernel-words'
import type { FieldProblem } from '#shared/kernel/parse-problems'
import type { ProcedureProblem } from '#shared/kernel/procedure'
import { procedureWords } from '#shared/kernel/procedure-words'
import type { RecordProblem } from '#shared/kernel/record-contract'
import type { Problem } from '#shared/kernel/result'
import { nqiWords } from '#shared/nqi/nqi-words'
import type { LayoutProblem } from '#shared/paper/decide-layout'
import type { PaperProblem } from '#shared/paper/paper-contract'
import { paperWords } from '#shared/paper/paper-words'
import type { SamplingProblem } from '#shared/plan/acceptance-sampling'
import type { DrawProblem } from '#shared/plan/draw'
import { drawWords } from '#shared/plan/draw-words'
import { planWords } from '#shared/plan/plan-words'
import { type DrawRecordProblem, randomDrawWords } from '#shared/plan/random-draw-words'
import type { ProfileProblem, TrustProblem } from '#shared/profile/profile-contract'
import { profileWords, trustWords } from '#shared/profile/profile-words'
import { trustListWords } from '#shared/profile/trust-list-words'
import type { DeadlineProblem } from '#shared/reference/deadline'
import { deadlineWords } from '#shared/reference/deadline-words'
import type { CalendarFileProblem } from '#shared/reference/decide-calendar'
import type { SamplingRuleProblem } from '#shared/reference/decide-sampling-rule'
import type { FileFormProblem, ReferenceEditProblem, StorageProblem } from '#shared/reference/reference-file'
import { referenceWords } from '#shared/reference/reference-words'
import type { CountsProblem } from '#shared/report/counts-csv'
import type { PassRateProblem } from '#shared/report/pass-rate'
import type { ReportProblem } from '#shared/report/report-contract'
import { reportWords } from '#shared/report/report-words'
import type { ReviewProblem } from '#shared/review/case-file'
import { reviewWords } from '#shared/review/review-words'
import type { CheckProblem } from '#shared/spot-check/check-procedure'
import type { CheckStepProblem } from '#shared/spot-check/decide-check-step'
import type { SiteReportProblem } from '#shared/spot-check/decide-site-report'
import type { SubmitSheetProblem } from '#shared/spot-check/decide-submit-sheet'
import type { TaskProblem } from '#shared/spot-check/decide-task'
import { spotCheckWords } from '#shared/spot-check/spot-check-words'
import { conflictWords, undoWords } from '#shared/sync/conflict-words'
import { BundleFault, type SyncProblem } from '#shared/sync/sync-contract'
import { faultWords, lineWords, syncWords } from '#shared/sync/sync-words'
import { targetWords } from '#shared/target/target-words'
import { teamWords } from '#shared/team/team-words'
import { agreementWords } from '#shared/visit/agreement-words'
import { visitWords } from '#shared/visit/visit-words'
import { type ExchangeProblem, exchangeExamples } from './exchange-examples.ts'
import { type FeatureProblem, featureExamples } from './feature-examples.ts'

type AnyProblem =
  | FieldProblem
  | ProcedureProblem
  | RecordProblem
  | SubmitSheetProblem
  | SiteReportProblem
  | TaskProblem
  | CheckProblem
  | CheckStepProblem
  | DeadlineProblem
  | CalendarFileProblem
  | ReferenceEditProblem
  | FileFormProblem
  | StorageProblem
  | SamplingRuleProblem
  | DrawProblem
  | DrawRecordProblem
  | ReviewProblem
  | AttachmentProblem
  | TrustProblem
  | ProfileProblem
  | SyncProblem
  | LineProblem
  | InputProblem
  | SeedProblem
  | SamplingProblem
  | PaperProblem
  | LayoutProblem
  | PassRateProblem
  | CountsProblem
  | ReportProblem
  | FeatureProblem
  | ExchangeProblem
type Facts = { readonly [C in AnyProblem['code']]: Extract<AnyProblem, { code: C }>['facts'] }

const id = '01a2b3c4-0000-7000-8000-000000000001'
const folder = 'D:/档案/profile'
const file = '/media/stick/a.ibz'
const at = { line: 3, column: 7 }
const said = { zh: '封样', en: 'seal' }
const article = { zh: '《办法》第十六条', en: 'Measures art. 16' }

/** One example of every problem there is: a code without an example does not compile. */
const examples: Facts = {
  ...featureExamples,
  ...exchangeExamples,
  'field.missing': {},
  'field.unknown': { names: 'weather' },
  'field.tooSmall': { minimum: 1 },
  'field.tooLong': { maximum: 60 },
  'field.invalid': { expected: 'date' },
  'procedure.unknownStep': { step: 'sael', known: 'plan, seal' },
  'procedure.notInState': { step: said, state: said, article },
  'procedure.beforeItsCause': { on: '2026-11-20', step: said, cause: said, day: '2026-11-21' },
  'procedure.inFuture': { on: '2026-11-23', today: '2026-11-22' },
  'procedure.alreadyTaken': { step: said, on: '2026-11-20', article },
  'procedure.laterStepsStand': { steps: said },
  'record.noSuchRecord': { id },
  'record.noSuchDraft': { id },
  'record.unknownKind': { kind: 'visit' },
  'record.sealed': { id },
  'record.notSealed': { id },
  'record.reasonMissing': {},
  'record.notYours': { id },
  'record.notSupervisor': {},
  'record.openConflict': { fields: '/a' },
  'record.newerVersion': { id },
  'record.otherKind': { kind: 'samplingSheet' },
  'record.tooLarge': { bytes: 300_000, maximum: 262_144 },
  'spotCheck.tooFewSamplers': { have: 1, needed: 2, article },
  'spotCheck.sameSamplerTwice': { name: '李芳', article },
  'spotCheck.baseTooSmall': { have: 1, needed: 2, article },
  'spotCheck.sealMissing': { sample: 'test', article },
  'spotCheck.sealsAlike': { article },
  'spotCheck.signatureMissing': { role: 'sampler', name: '李芳', article },
  'spotCheck.signatureOutdated': { role: 'witness', name: '李芳' },
  'spotCheck.itemWithoutLimit': { name: '氯离子' },
  'spotCheck.partyWithoutCode': {},
  'spotCheck.dateInFuture': { today: '2026-11-22' },
  'spotCheck.repeated': { no: 'CQ-500103-20260622-abcd-001', day: '2026-06-22', until: '2026-12-22', asOf: null, article },
  'spotCheck.quotaFull': { taskNo: 'CQ-500103-20261101-abcd-P001', quota: 2, sealed: 2, asOf: '2026-11-20T10:00:00+08:00', article },
  'spotCheck.noSuchTarget': { taskNo: 'CQ-500103-20261101-abcd-P001' },
  'spotCheck.priceMissing': { what: 'purchaseCost', article },
  'spotCheck.foodNotBought': { article },
  'spotCheck.invoiceMissing': { article },
  'spotCheck.screenshotMissing': { article },
  'spotCheck.datesOutOfOrder': { first: 'ordered', firstOn: '2026-11-20', second: 'received', secondOn: '2026-11-19' },
  'spotCheck.exportOnly': { article },
  'spotCheck.markedGoods': { mark: 'trial', article },
  'spotCheck.reasonMissing': { article },
  'spotCheck.stampMissing': { reason: 'stopped', article },
  'spotCheck.processMissing': { article },
  'spotCheck.witnessMissing': { article },
  'spotCheck.targetTwice': { name: '重庆示范水泥有限公司' },
  'spotCheck.dueBeforeIssued': { issuedOn: '2026-11-22', dueOn: '2026-11-20' },
  'spotCheck.kindWithoutRule': { kind: '水泥' },
  'spotCheck.otherLab': { sent: '甲检验院', here: '乙检验院' },
  'spotCheck.samplerTests': { name: '李芳', article },
  'spotCheck.conclusionAgainstItems': {
    typed: 'noNonconformityFound',
    found: 'nonconforming',
    names: '烧失量',
    sentence: { zh: '烧失量：实测 5.5 %', en: 'loss on ignition: found 5.5 %' },
    article,
  },
  'spotCheck.itemsUndecided': { names: '氯离子', reason: { zh: '还没有结果', en: 'no result yet' } },
  'spotCheck.otherEdition': { typed: 'GB 175-2007', needed: 'GB 175-2023', article },
  'spotCheck.licenceNotChecked': { certificate: 'ccc', article },
  'spotCheck.badPick': { pick: 21, frame: 20, article },
  'calendar.missingYear': { year: '2027' },
  'calendar.endsBeforeItBegins': { from: '2027-01-03', to: '2027-01-01' },
  'calendar.otherYear': { day: '2026-05-01', year: 2027 },
  'calendar.workdayNoWeekend': { day: '2027-01-04' },
  'calendar.workdayOff': { day: '2027-01-02' },
  'deadline.badStart': { have: '2026-2-3' },
  'deadline.unknownRule': { rule: 'objektion', known: 'objection, recheck' },
  'deadline.ruleNotInForce': { rule: 'objection', day: '1999-01-01' },
  'deadline.timeMissing': { rule: 'foodRapidTestRetest' },
  'rule.baseTooSmall': { base: 10, needed: 20 },
  'rule.limitMissing': { name: '氯离子' },
  'rule.itemTwice': { name: '氯离子' },
  'rule.endsBeforeItBegins': { from: '2026-01-01', to: '2025-01-01' },
  'reference.fileTooLarge': { bytes: 3_000_000, maximum: 2_000_000 },
  'reference.tooManyItems': { have: 6000, maximum: 5000 },
  'reference.fileEmpty': at,
  'reference.notText': at,
  'reference.notJson': { ...at, found: '}' },
  'reference.tooDeep': at,
  'reference.memberTwice': { ...at, name: 'kind' },
  'reference.itemTwice': { ...at, key: '2027', first: 1 },
  'reference.unknownTable': at,
  'reference.noCsv': { ...at, table: 'lawNumber' },
  'reference.quoteOpen': at,
  'reference.unknownColumn': { ...at, name: 'weather' },
  'reference.columnMissing': { ...at, name: 'edition' },
  'reference.cellTooMany': { ...at, columns: 22 },
  'reference.cellDiffers': { ...at, name: 'unit', first: 2 },
  'reference.notWhole': { value: 0.06 },
  'reference.nestedTooDeep': { maximum: 13 },
  'reference.noSuchItem': { key: '2027' },
  'reference.alreadyWithdrawn': { key: '2027' },
  'reference.supervisorDecides': { key: '2027', name: '王主任' },
  'reference.lawStays': { key: 'minimumSamplers' },
  'reference.otherKey': { key: '2026', needed: '2027' },
  'reference.manyChanges': { key: '2027', maximum: 500 },
  'draw.badId': { line: 2 },
  'draw.duplicateId': { id: '91500103MA0DEM013Q', line: 3 },
  'draw.tooFew': { have: 3, take: 4 },
  'draw.badTake': {},
  'draw.badSeed': {},
  'draw.poolEmpty': {},
  'draw.poolTooLarge': { have: 100_001, maximum: 100_000 },
  'draw.takeTooLarge': { maximum: 500 },
  'draw.tooManyExcluded': { maximum: 300 },
  'draw.excludedUnknown': { id: '示范厂' },
  'draw.exclusionWithoutReason': { id: '示范厂' },
  'draw.tooFewEach': { needed: 2, article },
  'draw.teamTooLarge': { drawn: 2, each: 3 },
  'draw.witnessIsHost': { name: '李芳' },
  'draw.tooMuchForRecord': {},
  'draw.redrawWithoutReason': { no: 'DR-500103-20261122-abcd-001', id },
  'draw.notReproducible': { differs: 'enterprises, teams' },
  'draw.poolMissing': { poolHash: 'a'.repeat(64) },
  'draw.drawnChanged': {},
  'draw.publicisedBeforeDrawn': { drawnOn: '2026-11-22' },
  'draw.publicisedInFuture': { today: '2026-11-22' },
  'draw.badCode': { line: 2, code: '91500103MA0DEM013X' },
  'draw.nameless': { line: 2 },
  'draw.badFrame': { maximum: 100_000 },
  'draw.cannotWrite': { file, reason: 'EACCES' },
  'review.signatureMissing': { role: 'sampler', name: '李芳' },
  'review.signatureOutdated': { role: 'witness', name: '李芳' },
  'review.nameSpeltDifferently': { name: '示范厂', other: '示 范 厂', title: 'CQ-1' },
  'review.otherName': { name: '示范厂', other: '示例厂', title: 'CQ-1' },
  'review.codeOfAnother': { uscc: '91500103MA0DEM013Q', name: '示范厂', other: '示例厂' },
  'review.samplerSpeltDifferently': { name: '李方', other: '李芳', title: 'CQ-1' },
  'review.photoMissing': { slot: 'facade' },
  'review.sealPhotoMissing': { slot: 'afterSeal' },
  'review.photoFromElsewhere': { name: 'a.jpg', title: 'CQ-1' },
  'review.noProofOfService': { name: '示范厂' },
  'review.datesOutOfOrder': { first: article, day: '2026-11-23', next: article, on: '2026-11-22' },
  'review.stepOutOfPlace': { step: article },
  'review.stepUntimely': { due: '2026-11-20', on: '2026-11-22' },
  'review.fieldBlank': { field: article },
  'review.codeMissing': { name: '示范厂' },
  'review.voidUnexplained': { title: 'CQ-1', reason: '错' },
  'review.correctionUnexplained': { reason: '错' },
  'review.secondCase': { no: 'CQ-500103-20261122-abcd-H001' },
  'attachment.tooLarge': { bytes: 60_000_000, maximum: 52_428_800 },
  'attachment.empty': { name: 'a.jpg' },
  'attachment.tooMany': { maximum: 200 },
  'trust.cardUnreadable': { file },
  'trust.cardForged': {},
  'trust.ownCard': {},
  'trust.wrongRole': { role: 'inspector' },
  'trust.notSupervisor': {},
  'trust.notInitialised': {},
  'trust.alreadyInitialised': {},
  'trust.demo': {},
  'profile.exists': { folder },
  'profile.notFound': { folder },
  'profile.notWritable': { folder },
  'profile.inUse': { folder },
  'profile.fromTheFuture': { folder },
  'profile.keysSealed': { folder },
  'profile.damaged': { folder, reason: 'profile.json' },
  'profile.diskFull': { folder },
  'profile.readOnly': { folder },
  'sync.nothingToPack': {},
  'sync.nothingToProve': { record: '01a2b3c4-0000-7000-8000-000000000000' },
  'sync.packFirst': { lines: 3 },
  'sync.noRecipient': {},
  'sync.cannotWrite': { file, reason: 'ENOSPC' },
  'sync.tooBig': { what: 'lines', max: 10_000 },
  'sync.fileExists': { file },
  'sync.cannotRead': { file },
  'sync.bundleRefused': { file, faults: [{ code: 'damaged', part: 's/x' }] },
  'sync.batchLeftOut': { seq: 1, faults: [{ code: 'notAddressed', part: 's/x' }] },
  'sync.cancelled': {},
  'sync.demoProfile': {},
  'sync.onlySupervisorsLeaveOut': {},
  'sync.massChange': { changed: 40, of: 100 },
  'sync.noRoom': { need: 2_400_000_000, free: 900_000_000 },
  'sync.rehearseFirst': {},
  'line.notCanonical': {},
  'line.newer': {},
  'line.notKept': {},
  'line.overLimit': {},
  'line.badShape': {},
  'line.foreignDevice': { device: 'a'.repeat(26) },
  'line.demo': {},
  'input.cannotRead': { file },
  'input.fileExists': { file },
  'input.cannotWrite': { file, reason: 'ENOSPC' },
  'input.notJson': { reason: 'Unexpected token' },
  'seed.notEmpty': {},
  'seed.notDemo': {},
  'seed.alreadyThere': { name: 'CQ-1' },
  'seed.notYet': { what: 'visits', count: 5 },
  'seed.badNumber': { name: 'checks', value: -1 },
  'plan.lotInvalid': { have: '1' },
  'plan.levelUnknown': { have: 'IV', known: 'I, II, III' },
  'plan.aqlUnknown': { have: '3', known: '2.5, 4.0', tightened: true },
  'paper.noSuchLayout': { layout: 'samplingSheet' },
  'paper.noSuchCopy': { no: 7 },
  'paper.notFitting': { title: { zh: '抽样单', en: 'Sheet' }, why: { zh: '尚未定稿。', en: 'Not sealed.' } },
  'paper.unknownPointer': { pointer: '/record/nmae', kind: 'samplingSheet' },
  'paper.unknownFormat': { format: 'datum', known: 'date' },
  'paper.rowWidth': { columns: 6, have: 5 },
  'paper.copyTwice': { no: 1 },
  'report.periodInvalid': { have: '2026-13' },
  'report.noSuchCell': { code: 'R99', cell: '', known: 'R01, R02' },
  'report.cannotWrite': { file, reason: 'EACCES' },
  'report.totalInvalid': { have: '0', maximum: 1_000_000_000 },
  'report.passedInvalid': { have: '9', total: 8 },
  'report.targetInvalid': { have: '101' },
  'report.headerMissing': { have: 'a,b' },
  'report.rowsMissing': {},
  'report.rowInvalid': { row: 3, have: '5,6' },
}
const problems: Problem[] = Object.entries(examples).map(([code, facts]) => ({ code, path: '', facts }))

describe.each(['zh', 'en'] as const)('in %s', (language) => {
  test('every problem is said in words, with nothing left blank in them', () => {
    const poor = problems.filter((problem) => {
      const words = say(problem, language)
      return words === problem.code || words.trim() === '' || /undefined|null|NaN|\[object/.test(words)
    })
    expect(poor).toEqual([])
  })

  test('every fault of a bundle is said in words', () => {
    const poor = BundleFault.shape.code.options.filter((code) => (faultWords[code][language] ?? '').trim() === '')
    expect(poor).toEqual([])
  })
})

test('English has no Chinese in it, and Chinese is no English', () => {
  const han = /\p{Script=Han}/u
  const plain = problems.filter(({ facts }) => !han.test(JSON.stringify(facts)))
  expect(plain.filter((problem) => han.test(say(problem, 'en')))).toEqual([])
  expect(problems.filter((problem) => !han.test(say(problem, 'zh')))).toEqual([])
})

test('the words on file and the problems there are belong to each other, one to one', () => {
  const written = [
    fieldWords,
    procedureWords,
    recordWords,
    enterpriseWords,
    spotCheckWords,
    deadlineWords,
    referenceWords,
    drawWords,
    randomDrawWords,
    aftercareWords,
    reviewWords,
    attachmentWords,
    trustWords,
    trustListWords,
    profileWords,
    syncWords,
    conflictWords,
    undoWords,
    targetWords,
    lineWords,
    inputWords,
    seedWords,
    planWords,
    paperWords,
    reportWords,
    teamWords,
    agreementWords,
    nqiWords,
    visitWords,
    certificationWords,
  ].flatMap((words) => Object.keys(words))
  expect(written.toSorted()).toEqual(Object.keys(examples).toSorted())
})

test('every code that is written anywhere in the program has words', () => {
  const sources = ['shared', 'db', 'electron'].flatMap((room) =>
    readdirSync(room, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.name.endsWith('.ts'))
      .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8')),
  )
  const codes = sources.flatMap((source) =>
    [...source.matchAll(/(?:problem(?:<[^>]*>)?\(\s*|code: )'([a-z][A-Za-z]*\.[a-z][A-Za-z]*)'/g)].map(([, code = '']) => code),
  )
  const inChecks = new Set(['sqlite.damaged', 'line.altered', 'journal.broken', 'original.missing'])
  const wordless = (code: string): boolean => {
    try {
      return say({ code, path: '', facts: {} }, 'zh') === code
    } catch {
      return false // there are words, and they need the facts
    }
  }
  const unknown = [...new Set(codes)].filter((code) => wordless(code) && !inChecks.has(code))
  expect(codes.length).toBeGreaterThan(50)
  expect(unknown).toEqual([])
})
