import { startApp } from '#electron/app/start'
import { currentRuntime } from '#electron/kernel/runtime'
import { newRecordId } from '#electron/kernel/world'
import { createProfile } from '#electron/profile/create-profile'
import { readKeys } from '#electron/profile/profile-folder'
import type { Result } from '#shared/kernel/result'
import { plusDays } from '#shared/reference/working-calendar'
import { aDoctorDoc, aTeamDoc } from '../team/a-team.ts'

// Makes the profile of a task-force member with a directory; with `visited` also visits whose promises are due, as of the day it runs.
const [folder = '', visited = ''] = process.argv.slice(2)
const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)
let moment = today
const clock = (): Date => new Date(`${moment}T00:05:00+08:00`)

type Doc = { readonly [key: string]: unknown }

async function must<T>(answer: Result<T> | Promise<Result<T>>): Promise<T> {
  const result = await answer
  if (!result.ok) throw new Error(JSON.stringify(result.problems, null, 2))
  return result.value
}

moment = plusDays(today, -60)
const person = { name: '演示·突击队员', role: 'taskforce', region: '500103', org: '演示·渝中区质量服务中心' } as const
await must(createProfile({ folder, profile: person, demo: true, clock }))
const keys = await must(readKeys(folder))
const intake = () => Promise.reject(new Error('nothing comes in'))
const { call, close } = await must(startApp({ folder, ...keys, clock, runtime: currentRuntime(), intake }))

async function seal(kind: string, doc: Doc, id = newRecordId()): Promise<string> {
  await must(call('record.saveDraft', { id, kind, doc }))
  await must(call('record.submit', { id }))
  return id
}

async function enterprise(name: string, changes: Doc): Promise<string> {
  const id = newRecordId()
  const doc = { name, region: '500103', address: '演示路 8 号', noUsccReason: '演示企业，没有代码', ...changes }
  await must(call('enterprise.add', { id, doc }))
  return id
}

const cutlery = await enterprise('演示·渝中精工刀具有限公司', { contact: '周厂长', phone: '13800000001', mainProducts: '刀具' })
const noodles = await enterprise('演示·南岸面业有限公司', { region: '500108', contact: '吴经理', phone: '13800000002' })
const team = await seal('taskForce', aTeamDoc({ name: '演示·渝中质量提升青年突击队' }))
await seal('adviser', aDoctorDoc({ name: '演示·陈医生', org: '演示·质量技术服务中心' }))
await seal('facility', {
  type: 'platform',
  name: '演示·解放碑一站式服务平台',
  region: '500103',
  elements: ['metrology', 'testing'],
  openedOn: plusDays(today, -400),
})

/** A visit on a day before, as it would have been logged then. */
async function visit(id: string, ago: number, changes: Doc): Promise<void> {
  moment = plusDays(today, -ago)
  const { id: record, doc } = await must(call('visit.new', { enterprise: id, kind: 'taskForce' }))
  const helpers = [{ name: '演示·陈医生', org: '演示·质量技术服务中心' }, { name: '演示·突击队员' }]
  await seal('visit', { ...doc, kind: 'taskForce', teamId: team, helpers, receivedBy: '周厂长', ...changes }, record)
}

async function take(problem: string, step: string, changes: Doc): Promise<void> {
  const { id, doc } = await must(call('visit.newStep', { problem, step }))
  await seal('problemStep', { ...doc, ...changes }, id)
}

const gauge = newRecordId()
const noodle = newRecordId()
if (visited === 'visited') {
  const said = { id: gauge, type: 'technical', severity: 'serious', dimension: 'metrology', element: 'metrology' }
  const records = newRecordId()
  await visit(cutlery, 40, {
    problems: [
      { ...said, description: '热处理车间两只压力表超过检定有效期，仍在使用', cause: '计量器具台账没有人管' },
      { id: records, type: 'managerial', severity: 'ordinary', dimension: 'process', description: '首检、巡检记录不全' },
    ],
    prescriptions: [
      { problem: gauge, measure: '送检并建立计量器具台账，专人负责', owner: '周厂长', due: plusDays(today, -5), resource: 'metrology' },
    ],
    trainings: [{ topic: '过程检验记录', managers: 12, workers: 30, hours: 2 }],
    diagnosis: [
      { dimension: 'metrology', score: 2, evidence: '台账缺失' },
      { dimension: 'process', score: 3 },
      { dimension: 'testing', score: 4, evidence: '出厂检验按批留样' },
    ],
    controls: {
      daily: { carried: 'yes', lastOn: plusDays(today, -41) },
      weekly: { carried: 'partly', lastOn: plusDays(today, -50) },
      monthly: { carried: 'no' },
      director: '周厂长',
      riskList: true,
    },
    satisfaction: { score: 95, comment: '上门及时，讲得明白' },
  })
  await take(gauge, 'refer', {
    facilityId: (await must(call('record.list', { kind: 'facility' }))).items[0]?.id,
    facilityName: '演示·解放碑一站式服务平台',
  })
  await visit(noodles, 12, {
    problems: [{ id: noodle, type: 'technical', severity: 'urgent', dimension: 'testing', description: '水分检测方法用错' }],
    prescriptions: [{ problem: noodle, measure: '按 GB 5009.3 直接干燥法重做', owner: '吴经理', due: plusDays(today, 9) }],
    trainings: [{ topic: '水分测定', managers: 3, workers: 8 }],
    receivedBy: '吴经理',
  })
  moment = plusDays(today, -2)
  await take(records, 'followUp', {
    state: 'solved',
    evidence: '抽看近一月首检、巡检记录，齐全',
    effect: { metric: '返工率', before: '4.2', after: '1.1', unit: '%' },
    benefit: { yuan: '36000', basis: '返工减少，按上季度用料核算' },
  })
}
close()
process.stdout.write(JSON.stringify({ cutlery, noodles, team, gauge, noodle }))
