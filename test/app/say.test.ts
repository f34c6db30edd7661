import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { deadlineWords } from '#shared/reference/deadline-words'
import type { DeadlineProblem } from '#shared/reference/deadline'
import type { CalendarFileProblem } from '#shared/reference/decide-calendar'
import { type InputProblem, inputWords } from '#shared/app/input-words'
import { say } from '#shared/app/say'
import { type SeedProblem, seedWords } from '#shared/app/seed-words'
import type { AttachmentProblem } from '#shared/attachment/attachment-contract'
import { attachmentWords } from '#shared/attachment/attachment-words'
import type { EnterpriseProblem } from '#shared/enterprise/enterprise-contract'
import { enterpriseWords } from '#shared/enterprise/enterprise-words'
import type { LineProblem } from '#shared/kernel/check-line'
import { fieldWords, recordWords } from '#shared/kernel/kernel-words'
import type { FieldProblem } from '#shared/kernel/parse-problems'
import type { RecordProblem } from '#shared/kernel/record-contract'
import type { Problem } from '#shared/kernel/result'
import type { SamplingProblem } from '#shared/plan/acceptance-sampling'
import type { DrawProblem } from '#shared/plan/draw'
import { drawWords } from '#shared/plan/draw-words'
import { planWords } from '#shared/plan/plan-words'
import type { ProfileProblem, TrustProblem } from '#shared/profile/profile-contract'
import { profileWords, trustWords } from '#shared/profile/profile-words'
import type { CountsProblem } from '#shared/report/counts-csv'
import type { PassRateProblem } from '#shared/report/pass-rate'
import { reportWords } from '#shared/report/report-words'
import type { SubmitSheetProblem } from '#shared/spot-check/decide-submit-sheet'
import { spotCheckWords } from '#shared/spot-check/spot-check-words'
import { BundleFault, type SyncProblem } from '#shared/sync/sync-contract'
import { faultWords, lineWords, syncWords } from '#shared/sync/sync-words'

type AnyProblem =
  | FieldProblem
  | RecordProblem
  | EnterpriseProblem
  | SubmitSheetProblem
  | DeadlineProblem
  | CalendarFileProblem
  | DrawProblem
  | AttachmentProblem
  | TrustProblem
  | ProfileProblem
  | SyncProblem
  | LineProblem
  | InputProblem
  | SeedProblem
  | SamplingProblem
  | PassRateProblem
  | CountsProblem
type Facts = { readonly [C in AnyProblem['code']]: Extract<AnyProblem, { code: C }>['facts'] }

const id = '01a2b3c4-0000-7000-8000-000000000001'
const folder = 'D:/档案/profile'
const file = '/media/stick/a.ibz'
const article = { zh: '《办法》第十六条', en: 'Measures art. 16' }

/** One example of every problem there is: a code without an example does not compile. */
const examples: Facts = {
  'field.missing': {},
  'field.unknown': { names: 'weather' },
  'field.tooSmall': { minimum: 1 },
  'field.tooLong': { maximum: 60 },
  'field.invalid': { expected: 'date' },
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
  'uscc.length': { have: 17 },
  'uscc.character': { position: 17, character: 'O', hint: '0' },
  'uscc.orgCheck': { expected: '3', found: '4' },
  'uscc.check': { expected: '6', found: '7' },
  'enterprise.usccOrReason': {},
  'enterprise.duplicateUscc': { name: '示范厂', id },
  'reference.unknownRegion': { region: '999999' },
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
  'calendar.missingYear': { year: '2027' },
  'calendar.endsBeforeItBegins': { from: '2027-01-03', to: '2027-01-01' },
  'calendar.otherYear': { day: '2026-05-01', year: 2027 },
  'calendar.workdayNoWeekend': { day: '2027-01-04' },
  'calendar.workdayOff': { day: '2027-01-02' },
  'deadline.badStart': { have: '2026-2-3' },
  'deadline.unknownRule': { rule: 'objektion', known: 'objection, recheck' },
  'deadline.ruleNotInForce': { rule: 'objection', day: '1999-01-01' },
  'deadline.timeMissing': { rule: 'foodRapidTestRetest' },
  'draw.badId': { line: 2 },
  'draw.duplicateId': { id: '91500103MA0DEM013Q', line: 3 },
  'draw.tooFew': { have: 3, take: 4 },
  'draw.badTake': {},
  'draw.badSeed': {},
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
  'sync.noRecipient': {},
  'sync.cannotWrite': { file, reason: 'ENOSPC' },
  'sync.tooBig': { what: 'lines', max: 10_000 },
  'sync.fileExists': { file },
  'sync.cannotRead': { file },
  'sync.bundleRefused': { file, faults: [{ code: 'damaged', part: 's/x' }] },
  'sync.batchLeftOut': { seq: 1, faults: [{ code: 'notAddressed', part: 's/x' }] },
  'sync.cancelled': {},
  'sync.demoProfile': {},
  'sync.rehearseFirst': {},
  'line.notCanonical': {},
  'line.newer': {},
  'line.overLimit': {},
  'line.badShape': {},
  'line.foreignDevice': { device: 'a'.repeat(26) },
  'line.demo': {},
  'input.cannotRead': { file },
  'input.notJson': { reason: 'Unexpected token' },
  'seed.notEmpty': {},
  'seed.notDemo': {},
  'seed.alreadyThere': { name: 'CQ-1' },
  'seed.notYet': { what: 'visits', count: 5 },
  'seed.badNumber': { name: 'checks', value: -1 },
  'plan.lotInvalid': { have: '1' },
  'plan.levelUnknown': { have: 'IV', known: 'I, II, III' },
  'plan.aqlUnknown': { have: '3', known: '2.5, 4.0', tightened: true },
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
    recordWords,
    enterpriseWords,
    spotCheckWords,
    deadlineWords,
    drawWords,
    attachmentWords,
    trustWords,
    profileWords,
    syncWords,
    lineWords,
    inputWords,
    seedWords,
    planWords,
    reportWords,
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
