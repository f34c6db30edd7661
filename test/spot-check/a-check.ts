import { newRecordId } from '#electron/kernel/world'
import type { Result } from '#shared/kernel/result'
import type { AWorld } from '../app/a-world.ts'
import { aCompleteSheet, type SheetChanges, theSignatures } from './a-sheet.ts'

type Doc = { readonly [key: string]: unknown }

/** The laboratory every step of these tests goes to. */
export const LAB = '示范检验检测院'

export const aTaskDoc = (changes: Doc = {}): Doc => ({
  no: 'CQ-500103-20261101-abcd-P001',
  region: '500103',
  title: '水泥产品质量监督抽查',
  year: 2026,
  level: 'district',
  authority: '渝中区市场监管局',
  kind: 'followUp',
  trigger: 'plan',
  productKind: '水泥',
  quota: 9,
  lab: LAB,
  issuedOn: '2026-11-01',
  samplers: ['李芳', '王强'],
  targets: [],
  ...changes,
})

interface ATask {
  readonly id: string
  readonly checks: readonly string[]
}

const names = ['重庆示范水泥有限公司', '重庆第二水泥有限公司', '重庆第三水泥有限公司']

/** Seals a task with so many targets, the first of which has a code. */
export async function aTask({ done }: AWorld, targets = 1, changes: Doc = {}): Promise<ATask> {
  const id = newRecordId()
  const checks = Array.from({ length: targets }, () => newRecordId())
  const listed = checks.map((check, index) => ({
    check,
    name: names[index] ?? `重庆第 ${String(index)} 水泥厂`,
    address: '渝中区民族路 1 号',
    ...(index === 0 ? { uscc: '91500103MA0DEM013Q' } : {}),
  }))
  await done('record.saveDraft', { id, kind: 'spotCheckTask', doc: aTaskDoc({ targets: listed, ...changes }) })
  await done('record.submit', { id })
  return { id, checks }
}

/** What a person adds to each step that the program fills in. */
export const SAID: Readonly<Record<string, Doc>> = {
  assign: { samplers: ['李芳', '王强'] },
  arrive: { noticeShown: true },
  draw: { frame: 40, picks: [3, 17], method: 'dice' },
  dispatch: { by: 'carried', lab: LAB },
  receive: { sealIntact: true, licenceChecked: true, lab: LAB },
  report: {
    reportNo: 'JB-2026-0001',
    lab: LAB,
    testers: ['赵检验'],
    items: [{ name: '三氧化硫', unit: '%', requirement: 'atMost', high: '3.5', weight: 'A', result: '2.9' }],
    conclusion: 'noNonconformityFound',
  },
  judge: { verdict: 'noNonconformityFound', edition: 'GB 175-2023', sentence: '依据 GB 175-2023，均符合：未发现不合格' },
}

/** Tries a step, filled in as the program does it; answers what the submission answered. */
export async function tryStep(world: AWorld, check: string, step: string, changes: Doc = {}): Promise<Result<{ readonly id: string }>> {
  const { id, doc } = await world.done('spotCheck.newStep', { check, step })
  await world.done('record.saveDraft', { id, kind: 'checkStep', doc: { ...doc, ...SAID[step], ...changes } })
  return world.call('record.submit', { id })
}

export async function takeStep(world: AWorld, check: string, step: string, changes: Doc = {}): Promise<string> {
  const answer = await tryStep(world, check, step, changes)
  if (!answer.ok) throw new Error(JSON.stringify(answer.problems, null, 2))
  return answer.value.id
}

/** A draft of the sheet of a check, complete but for what the changes say. */
export async function aSheetFor(world: AWorld, check: string, changes: SheetChanges = {}): Promise<string> {
  const { id, doc } = await world.done('spotCheck.newSheet', { check })
  const head = doc['head'] as Doc
  const whole = aCompleteSheet({ ...changes, head: { ...head, ...changes.head } })
  await world.done('record.saveDraft', { id, kind: 'samplingSheet', doc: whole })
  return id
}

export const sealSheetFor = async (world: AWorld, check: string, changes: SheetChanges = {}): Promise<Result<{ readonly id: string }>> =>
  world.call('record.submit', { id: await aSheetFor(world, check, changes) })

const outcomes: Readonly<Record<string, Doc>> = {
  notFound: { reason: 'baseTooSmall' },
  refused: { process: '门卫不让进厂', witness: { name: '周见证' } },
  terminated: { illegality: 'noLicence', process: '现场无营业执照', reportedTo: '渝中区市场监管局' },
}

/** A draft of a site report, complete but for what the changes say; signed by its samplers. */
export async function aSiteReport(
  world: AWorld,
  outcome: 'notFound' | 'refused' | 'terminated',
  changes: Doc = {},
  check?: string,
): Promise<string> {
  const { id, doc } = await world.done('spotCheck.newSiteReport', { outcome, ...(check === undefined ? {} : { check }) })
  const party = { name: '重庆示范水泥有限公司', address: '渝中区民族路 1 号', uscc: '91500103MA0DEM013Q' }
  const samplers = [{ name: '李芳' }, { name: '王强' }]
  const signatures = theSignatures.filter(({ role }) => role === 'sampler')
  const whole = { ...doc, inspectedParty: party, product: { kind: '水泥' }, samplers, ...outcomes[outcome], signatures, ...changes }
  await world.done('record.saveDraft', { id, kind: 'siteReport', doc: JSON.parse(JSON.stringify(whole)) as Doc })
  return id
}

/** Where a check stands. */
export const stateOf = async ({ done }: AWorld, check: string): Promise<string> =>
  (await done('spotCheck.getCheck', { check }))?.summary.state ?? 'none'
