import { seal } from '../aftercare/a-case.ts'
import type { AWorld } from '../app/a-world.ts'

export type Doc = { readonly [key: string]: unknown }

export const aTeamDoc = (changes: Doc = {}): Doc => ({
  name: '渝中质量提升青年突击队',
  region: '500103',
  industry: '五金制品',
  captain: '周队长',
  members: [{ name: '周队长', org: '示范质量技术服务中心' }, { name: '吴队员' }],
  foundedOn: '2023-09-01',
  ...changes,
})

export const aDoctorDoc = (changes: Doc = {}): Doc => ({
  name: '陈医生',
  role: 'qualityDoctor',
  region: '500103',
  org: '示范质量技术服务中心',
  expertise: ['质量管理体系'],
  appointmentNo: 'PZ-001',
  appointedOn: '2026-01-01',
  validTo: '2027-12-31',
  ...changes,
})

/** Seals a record that must go well; answers its id. */
export async function sealed(world: AWorld, kind: string, doc: Doc): Promise<string> {
  const answer = await seal(world, kind, doc)
  if (!answer.ok) throw new Error(`${kind}: ${JSON.stringify(answer.problems, null, 2)}`)
  return answer.value.id
}

export const aTeam = (world: AWorld, changes: Doc = {}): Promise<string> => sealed(world, 'taskForce', aTeamDoc(changes))
export const aDoctor = (world: AWorld, changes: Doc = {}): Promise<string> => sealed(world, 'adviser', aDoctorDoc(changes))

/** Corrects a record as a person does: from what is shown. */
export async function corrected({ done, call }: AWorld, id: string, changes: Doc) {
  const record = await done('record.get', { id })
  return call('record.correct', { id, doc: { ...record?.doc, ...changes }, reason: '核对后更正' })
}

/** What an enterprise has in place of a code, so that it is no other one by its code. */
export const unregistered = { uscc: undefined, noUsccReason: '企业当日未出示营业执照' }
