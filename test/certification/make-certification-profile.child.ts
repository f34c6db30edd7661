import { startApp } from '#electron/app/start'
import { currentRuntime } from '#electron/kernel/runtime'
import { newRecordId } from '#electron/kernel/world'
import { createProfile } from '#electron/profile/create-profile'
import { readKeys } from '#electron/profile/profile-folder'
import { STAGES } from '#shared/certification/stages'
import type { Result } from '#shared/kernel/result'
import { DAYS, PASSING } from './a-certification.ts'

// Makes a profile with a case in each stage, as they were on their days; the window goes on from there.
const [folder = ''] = process.argv.slice(2)
let today = '2024-01-05'
const clock = (): Date => new Date(`${today}T10:00:00+08:00`)

async function must<T>(answer: Result<T> | Promise<Result<T>>): Promise<T> {
  const result = await answer
  if (!result.ok) throw new Error(JSON.stringify(result.problems, null, 2))
  return result.value
}

const person = { name: '演示·帮扶员', role: 'taskforce', region: '500103', org: '演示·渝中区市场监管局' } as const
await must(createProfile({ folder, profile: person, demo: true, clock }))
const keys = await must(readKeys(folder))
const intake = () => Promise.reject(new Error('nothing comes in'))
const { call, close } = await must(startApp({ folder, ...keys, clock, runtime: currentRuntime(), intake }))

async function seal(kind: string, id: string, doc: { readonly [key: string]: unknown }): Promise<void> {
  await must(call('record.saveDraft', { id, kind, doc }))
  await must(call('record.submit', { id }))
}

const NAMES = ['阀门', '水泵', '齿轮', '电缆', '食品机械', '仪表', '塑料', '紧固件', '轴承', '包装', '家具', '灯具']

async function anEnterprise(name: string): Promise<string> {
  const id = newRecordId()
  await must(
    call('enterprise.add', {
      id,
      doc: { name: `演示·重庆${name}有限公司`, region: '500103', address: '演示路 1 号', noUsccReason: '演示数据' },
    }),
  )
  return id
}

async function step(id: string, name: string): Promise<void> {
  today = DAYS[name] ?? today
  if (name === 'certificate') {
    const { id: certificate, doc } = await must(call('certification.newCertificate', { case: id }))
    const own = { number: '03424Q10286R0S', body: '演示·认证有限公司', issuedOn: today, expiresOn: '2027-09-09', verification: 'verified' }
    return seal('certificate', certificate, { ...doc, ...own })
  }
  const fresh = await must(call('certification.newStep', { case: id, step: name }))
  return seal('certificationStep', fresh.id, { ...fresh.doc, ...PASSING[name], on: today })
}

/** A case that stands in a stage. */
async function caseIn(stage: string, name: string): Promise<string> {
  today = '2024-01-05'
  const { id, doc } = await must(call('certification.newCase', { enterprise: await anEnterprise(name) }))
  const wish = { scope: `${name}的设计和制造`, standard: 'GB/T 19001-2016', campaign: '演示·小微企业质量管理体系认证提升行动' }
  await seal('certificationCase', id, { ...doc, ...wish })
  for (const { step: passed } of STAGES) {
    if (passed === stage) break
    await step(id, passed)
  }
  return id
}

const made: Record<string, string> = {}
for (const [at, { step: stage }] of STAGES.slice(0, 11).entries()) made[stage] = await caseIn(stage, NAMES[at] ?? '')
close()
process.stdout.write(JSON.stringify(made))
