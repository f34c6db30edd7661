import { newRecordId } from '#electron/kernel/world'
import type { CaseStepName } from '#shared/aftercare/case-step'
import type { Answer } from '#shared/app/contract'
import { textAt } from '#shared/kernel/kind'
import type { Problem, Result } from '#shared/kernel/result'
import { type AWorld, aClock, aWorld, type Person } from '../app/a-world.ts'
import { aCompleteSheet, type SheetChanges } from '../spot-check/a-sheet.ts'

export const FIRST_LAB = '重庆示范产品质量检验所'
export const OTHER_LAB = '成都示范质量检测院'

type Doc = { readonly [key: string]: unknown }

/** Moves the clock of a world to ten in the morning of a day; never back. */
export function moveTo({ clock }: Pick<AWorld, 'clock'>, day: string): void {
  const seconds = (new Date(`${day}T10:00:00+08:00`).getTime() - clock.now().getTime()) / 1000
  if (seconds > 0) clock.pass(seconds)
}

/** A laptop on a day. */
export const aWorldOn = (day: string, person: Person = {}): Promise<AWorld> => aWorld({ ...person, clock: aClock(`${day}T10:00:00+08:00`) })

/** Seals a record from a document, as a person does: draft, then submit. */
export async function seal(
  { call }: Pick<AWorld, 'call'>,
  kind: string,
  doc: Doc,
  id = newRecordId(),
): Promise<Result<{ readonly id: string }>> {
  const saved = await call('record.saveDraft', { id, kind, doc })
  return saved.ok ? call('record.submit', { id }) : saved
}

async function sealed(world: AWorld, kind: string, doc: Doc): Promise<string> {
  const answer = await seal(world, kind, doc)
  if (!answer.ok) throw new Error(JSON.stringify(answer.problems, null, 2))
  return answer.value.id
}

const failing = { name: '三氧化硫', unit: '%', requirement: 'atMost', high: '3.5', weight: 'A', result: '4.1' }
const passing = { name: '初凝时间', unit: 'min', requirement: 'atLeast', low: '45', weight: 'A', result: '170' }

let running = 0

/** A sheet that is sealed, sent, tested and judged nonconforming, all on one day; answers the check. */
export async function aFailedCheck(world: AWorld, day: string, changes: SheetChanges = {}): Promise<string> {
  moveTo(world, day)
  running += 1
  const no = `CQ-500103-${day.replaceAll('-', '')}-abcd-${String(running).padStart(3, '0')}`
  const sheet = aCompleteSheet({ ...changes, head: { no, ...changes.head }, sampling: { date: day, ...changes.sampling } })
  const check = await sealed(world, 'samplingSheet', sheet)
  const about = { check, on: day, region: '500103', checkNo: no }
  await sealed(world, 'checkStep', { step: 'dispatch', ...about, by: 'carried', lab: FIRST_LAB })
  await sealed(world, 'checkStep', { step: 'receive', ...about, lab: FIRST_LAB, sealIntact: true, licenceChecked: true })
  const report = { reportNo: `JY-${String(running)}`, lab: FIRST_LAB, cmaNo: '242000000001', testers: ['赵检', '钱测'] }
  await sealed(world, 'checkStep', { step: 'report', ...about, ...report, items: [failing, passing], conclusion: 'seriouslyNonconforming' })
  const judged = {
    verdict: 'seriouslyNonconforming',
    edition: changes.product?.standard ?? 'GB 175-2023',
    sentence: '三氧化硫不符合要求，判定为严重不合格。',
  }
  await sealed(world, 'checkStep', { step: 'judge', ...about, ...judged })
  return check
}

/** An open case, opened on the day its check failed. */
export async function aCase(world: AWorld, day: string, changes: SheetChanges = {}): Promise<string> {
  const check = await aFailedCheck(world, day, changes)
  return (await world.done('aftercare.openCase', { check, on: day })).id
}

/** What each step needs besides its day; a second column of the table of the law. */
export const FILLED: Readonly<Record<CaseStepName, Doc>> = {
  notice: { recipient: 'sampledParty', name: '重庆示范水泥有限公司', method: 'direct' },
  lapse: { recipient: 'sampledParty' },
  objection: { recipient: 'sampledParty', ground: 'conclusion', reasons: '对三氧化硫结果有异议' },
  objectionDecision: { outcome: 'rejected', reasons: '程序合法，数据无误' },
  retestFormalities: {},
  retestWaived: {},
  retestLab: { lab: OTHER_LAB },
  backupUnfit: { how: 'damaged', text: '封条破损，包装受潮' },
  retestResult: { reportNo: 'FJ-1', items: [failing], conclusion: 'seriouslyNonconforming' },
  retestTold: {},
  stopSale: { measures: '停止生产、销售同一产品' },
  order: { docNo: '责改〔2024〕1号', requirement: '查明原因，限期改正' },
  rectification: { report: '已更换原料并自检合格' },
  notRectified: { reasons: '无正当理由未申请复查' },
  recheck: { lab: FIRST_LAB, reportNo: 'FC-1', result: 'passed' },
  announcement: { where: '重庆市市场监督管理局网站' },
  suspension: { docNo: '停业〔2024〕1号' },
  revocation: { docNo: '吊销〔2024〕1号' },
  penalty: { decision: 'none', reasons: '初次违法且及时改正' },
  circular: { to: '渝中区人民政府' },
  softMeasure: { rung: 'remind', bottomLine: '未造成危害后果' },
  observation: { until: '2024-01-01', bottomLine: '未造成危害后果' },
  close: {},
}

export const overturnedRetest = { items: [{ ...failing, result: '3.2' }], conclusion: 'noNonconformityFound' }

interface InCase {
  readonly world: AWorld
  readonly id: string
}

/** Records a step through the commands of the window: filled in by the case, the rest by the person. */
export async function take(
  { world, id }: InCase,
  step: CaseStepName,
  on: string,
  changes: Doc = {},
): Promise<Result<{ readonly id: string }>> {
  moveTo(world, on)
  const filled = await world.call('aftercare.newStep', { case: id, step })
  const doc = filled.ok ? filled.value.doc : {}
  const always = step === 'observation' ? { until: on } : {}
  return seal(world, 'caseStep', {
    ...FILLED[step],
    ...always,
    ...doc,
    ...(step === 'retestResult' ? FILLED.retestResult : {}),
    on,
    ...changes,
  })
}

/** The same, which must go well. */
export async function took(inCase: InCase, step: CaseStepName, on: string, changes: Doc = {}): Promise<string> {
  const answer = await take(inCase, step, on, changes)
  if (!answer.ok) throw new Error(`${step} ${on}: ${JSON.stringify(answer.problems, null, 2)}`)
  return answer.value.id
}

export type Detail = NonNullable<Extract<Answer<'aftercare.getCase'>, { ok: true }>['value']>

export async function caseOf(world: AWorld, id: string): Promise<Detail> {
  const detail = await world.done('aftercare.getCase', { id })
  if (detail === null) throw new Error('no such case')
  return detail
}

export const problemsOf = (answer: Result<unknown>): readonly Problem[] => (answer.ok ? [] : answer.problems)
export const codes = (answer: Result<unknown>): string[] => problemsOf(answer).map(({ code }) => code)

/** The check that a case is about. */
export const checkOf = async (world: AWorld, id: string): Promise<string> => textAt((await caseOf(world, id)).doc, 'check')
