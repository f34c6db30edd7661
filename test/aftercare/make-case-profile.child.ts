import { startApp } from '#electron/app/start'
import { currentRuntime } from '#electron/kernel/runtime'
import { newRecordId } from '#electron/kernel/world'
import { createProfile } from '#electron/profile/create-profile'
import { readKeys } from '#electron/profile/profile-folder'
import type { Result } from '#shared/kernel/result'
import { aCompleteSheet } from '../spot-check/a-sheet.ts'

// Makes a profile with batches that failed and cases that have come so far, as they were on their days; the window goes on from there.
const [folder = ''] = process.argv.slice(2)
let today = '2024-09-18'
const clock = (): Date => new Date(`${today}T10:00:00+08:00`)

type Doc = { readonly [key: string]: unknown }

async function must<T>(answer: Result<T> | Promise<Result<T>>): Promise<T> {
  const result = await answer
  if (!result.ok) throw new Error(JSON.stringify(result.problems, null, 2))
  return result.value
}

const person = { name: '演示·监管员', role: 'inspector', region: '500103', org: '演示·渝中区市场监管局' } as const
await must(createProfile({ folder, profile: person, demo: true, clock }))
const keys = await must(readKeys(folder))
const intake = () => Promise.reject(new Error('nothing comes in'))
const { call, close } = await must(startApp({ folder, ...keys, clock, runtime: currentRuntime(), intake }))

async function seal(kind: string, doc: Doc): Promise<string> {
  const id = newRecordId()
  await must(call('record.saveDraft', { id, kind, doc }))
  await must(call('record.submit', { id }))
  return id
}

const LAB = '演示·市质检院'
const items = [
  { name: '三氧化硫', unit: '%', requirement: 'atMost', high: '3.5', weight: 'A', result: '4.1' },
  { name: '初凝时间', unit: 'min', requirement: 'atLeast', low: '45', weight: 'A', result: '170' },
]
let running = 0

/** A sheet that is sealed, sent, tested and judged, all on one day; answers the check. */
async function aFailedCheck(day: string, name: string): Promise<string> {
  today = day
  running += 1
  const no = `CQ-500103-${day.replaceAll('-', '')}-abcd-${String(running).padStart(3, '0')}`
  const product = { name, model: `型号 ${String(running)}` }
  const check = await seal('samplingSheet', aCompleteSheet({ head: { no }, product, sampling: { date: day } }))
  const about = { check, on: day, region: '500103', checkNo: no }
  await seal('checkStep', { step: 'dispatch', ...about, by: 'carried', lab: LAB })
  await seal('checkStep', { step: 'receive', ...about, lab: LAB, sealIntact: true, licenceChecked: true })
  const report = { reportNo: `JY-${String(running)}`, lab: LAB, testers: ['演示·检验员'], items }
  await seal('checkStep', { step: 'report', ...about, ...report, conclusion: 'seriouslyNonconforming' })
  const sentence = '三氧化硫不符合要求，判定为严重不合格。'
  await seal('checkStep', { step: 'judge', ...about, verdict: 'seriouslyNonconforming', edition: 'GB 175-2023', sentence })
  return check
}

async function aCase(day: string, name: string): Promise<string> {
  return (await must(call('aftercare.openCase', { check: await aFailedCheck(day, name), on: day }))).id
}

async function take(id: string, step: string, on: string, changes: Doc = {}): Promise<void> {
  today = on
  const { doc } = await must(call('aftercare.newStep', { case: id, step }))
  await seal('caseStep', { ...doc, on, ...changes })
}

const served = await aCase('2024-09-18', '演示水泥（送达）')
const ordered = await aCase('2026-07-01', '演示水泥（责令）')
await take(ordered, 'notice', '2026-07-02')
await take(ordered, 'lapse', '2026-07-20')
const retested = await aCase('2026-07-01', '演示水泥（复检）')
await take(retested, 'notice', '2026-07-02')
await take(retested, 'objection', '2026-07-10', { reasons: '对三氧化硫结果有异议' })
await take(retested, 'objectionDecision', '2026-07-13', { outcome: 'retest', reasons: '备用样品完好' })
await take(retested, 'retestFormalities', '2026-07-15')
const failed = await aFailedCheck('2026-07-02', '演示水泥（待立案）')
close()
process.stdout.write(JSON.stringify({ served, ordered, retested, failed }))
