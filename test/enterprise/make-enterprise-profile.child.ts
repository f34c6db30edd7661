import { startApp } from '#electron/app/start'
import { currentRuntime } from '#electron/kernel/runtime'
import { newRecordId } from '#electron/kernel/world'
import { createProfile } from '#electron/profile/create-profile'
import { readKeys } from '#electron/profile/profile-folder'
import type { Result } from '#shared/kernel/result'
import { plusDays } from '#shared/reference/working-calendar'
import { anAgreement, aVisit, type Desk, type Firm, problems, sealed, solve } from '../report/help-documents.ts'
import { aCompleteSheet } from '../spot-check/a-sheet.ts'

// Makes a profile whose directory has one firm twice, with a year of records under both entries, as of the day it runs (or of a day given).
const [folder = '', given] = process.argv.slice(2)
const today = given ?? new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)
let moment = today
let seconds = 0
const clock = (): Date => new Date(new Date(`${moment}T00:05:00+08:00`).getTime() + 1000 * ++seconds)
const ago = (days: number): string => {
  moment = plusDays(today, -days)
  return moment
}

async function must<T>(answer: Result<T> | Promise<Result<T>>): Promise<T> {
  const result = await answer
  if (!result.ok) throw new Error(JSON.stringify(result.problems, null, 2))
  return result.value
}

ago(300)
const person = { name: '演示·李芳', role: 'inspector', region: '500103', org: '演示·渝中区市场监管局' } as const
await must(createProfile({ folder, profile: person, demo: true, clock }))
const keys = await must(readKeys(folder))
const app = await must(
  startApp({ folder, ...keys, clock, runtime: currentRuntime(), intake: () => Promise.reject(new Error('nothing comes in')) }),
)
const desk: Desk = { world: app.world, done: (async (name: never, input: never) => must(app.call(name, input) as never)) as Desk['done'] }

async function enterprise(name: string, changes: object): Promise<Firm> {
  const enterpriseId = newRecordId()
  await must(app.call('enterprise.add', { id: enterpriseId, doc: { name, region: '500103', ...changes } }))
  return { enterpriseId, name, region: '500103' }
}

const cement = await enterprise('演示·重庆山城水泥有限公司', {
  uscc: '91500103MA0DEM013Q',
  address: '演示·渝中区民族路 1 号',
  legalRepresentative: '演示·刘厂长',
  contact: '演示·刘厂长',
  phone: '13800000001',
  industry: '水泥制造',
  size: 'small',
  employees: 86,
  mainProducts: '普通硅酸盐水泥',
  chiefQualityOfficer: { name: '演示·周首席', appointedOn: plusDays(today, -400), trainingCertificate: 'CQO-2025-018' },
  qualitySafetyDirector: '演示·陈总监',
  qualitySafetyOfficer: '演示·王专员',
})
const twin = await enterprise('演示·重庆市山城水泥有限责任公司', {
  noUsccReason: '换证中',
  address: '演示·民族路1号附2号',
  contact: '演示·何经理',
  phone: '13800000001',
})
await enterprise('演示·渝中精工刀具有限公司', { noUsccReason: '演示企业，没有代码', address: '演示·中山路 8 号' })

let running = 0
/** A sheet that is sealed, tested and judged on one day. */
async function check(firm: Firm, days: number, failed: boolean): Promise<string> {
  const day = ago(days)
  running += 1
  const no = `CQ-500103-${day.replaceAll('-', '')}-abcd-${String(running).padStart(3, '0')}`
  const party = { inspectedParty: { enterpriseId: firm.enterpriseId, name: firm.name } }
  const product = { product: { model: `袋装 P·O 42.${String(running)}` } }
  const sheet = aCompleteSheet({ ...party, ...product, head: { no }, sampling: { date: day } })
  const id = await sealed(desk, 'samplingSheet', sheet)
  const about = { check: id, on: day, region: '500103', checkNo: no }
  const lab = '演示·产品质量检验所'
  await sealed(desk, 'checkStep', { step: 'dispatch', ...about, by: 'carried', lab })
  await sealed(desk, 'checkStep', { step: 'receive', ...about, lab, sealIntact: true, licenceChecked: true })
  const item = { name: '三氧化硫', unit: '%', requirement: 'atMost', high: '3.5', weight: 'B', result: failed ? '4.1' : '2.9' }
  const verdict = failed ? 'nonconforming' : 'noNonconformityFound'
  const report = { reportNo: `JY-${String(running)}`, lab, testers: ['演示·赵检'], items: [item], conclusion: verdict }
  await sealed(desk, 'checkStep', { step: 'report', ...about, ...report })
  await sealed(desk, 'checkStep', { step: 'judge', ...about, verdict, edition: 'GB 175-2023', sentence: '依据 GB 175-2023 判定。' })
  return id
}

await check(cement, 240, false)
const failing = await check(cement, 150, true)
await must(app.call('aftercare.openCase', { check: failing, on: moment }))
await check(twin, 120, true)

const raised = problems(3)
const [first, second, third] = raised.map(({ id }) => id)
await aVisit(desk, cement, {
  on: ago(40),
  helpers: [{ name: '演示·陈医生' }, { name: '演示·周队长' }],
  problems: raised,
  prescriptions: [
    { problem: second, measure: '三氧化硫每班自检并留样', owner: '演示·刘厂长', due: plusDays(today, -3) },
    { problem: third, measure: '修订出厂检验规程', owner: '演示·陈总监', due: plusDays(today, 9) },
  ],
  trainings: [{ topic: '出厂检验', managers: 2, workers: 12 }],
  controls: { daily: { carried: 'yes' }, weekly: { carried: 'partly' }, monthly: { carried: 'no' } },
  summary: '化验室记录不全，已开处方两张。',
})
await solve(desk, cement, first ?? '', { on: ago(30) })
await aVisit(desk, twin, { on: ago(100), helpers: [{ name: '演示·陈医生' }] })
moment = plusDays(today, -90)
await anAgreement(desk, cement, { signedOn: moment, validFrom: moment, validTo: plusDays(today, 275) })
moment = today
await sealed(desk, 'certificate', {
  region: '500103',
  enterprise: cement,
  certificationKind: 'qms',
  number: '02724Q10001R0M',
  body: '演示·认证中心',
  standard: 'GB/T 19001-2016',
  issuedOn: plusDays(today, -1040),
  expiresOn: plusDays(today, 55),
  status: 'valid',
  verification: 'unverified',
})
const event = ({ enterpriseId, name, region }: Firm, changes: object): Promise<string> =>
  sealed(desk, 'creditEvent', { enterpriseId, enterpriseName: name, region, ...changes })
await event(twin, {
  type: 'complaint',
  on: plusDays(today, -75),
  title: '演示·反映袋装水泥重量不足',
  source: '12315',
  no: 'TS-演示-0808',
  outcome: '已调解',
})
await event(cement, { type: 'honour', on: plusDays(today, -200), title: '演示·区长质量管理奖', source: '演示·渝中区人民政府' })
app.close()
console.log(JSON.stringify({ cement: cement.enterpriseId, twin: twin.enterpriseId }))
