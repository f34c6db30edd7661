import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { newRecordId } from '#electron/kernel/world'
import { aFolder, aWorld } from '../app/a-world.ts'
import { askCli } from '../app/ask-cli.ts'
import { anEnterprise, aProblem, aVisitDoc, type Doc, solvedBy } from './a-visit.ts'

/** Puts and submits a record by command, in the profile of a folder; answers what the submission said. */
async function put(folder: string, kind: string, doc: Doc): Promise<Awaited<ReturnType<typeof askCli>>> {
  const file = join(aFolder(), 'doc.json')
  writeFileSync(file, JSON.stringify(doc))
  const saved = await askCli('record', 'put', kind, '--file', file, '--profile', folder, '--json')
  expect([saved.code, saved.words]).toEqual([0, ''])
  return askCli('record', 'submit', (saved.json as { id: string }).id, '--profile', folder, '--json')
}

test('a visit and a follow-up are logged, counted and found by command; what is wrong is said with its path', async () => {
  const world = await aWorld()
  const enterprise = await anEnterprise(world)
  const { folder } = world
  world.close()
  const problem = newRecordId()
  const doc = aVisitDoc(enterprise, { on: '2024-01-05', problems: [aProblem({ id: problem })] })
  expect(await put(folder, 'visit', { ...doc, trainings: [{ topic: '首检' }] })).toMatchObject({
    code: 2,
    json: { problems: [{ code: 'visit.trainingOfNobody', path: '/trainings/0/managers' }] },
  })
  expect((await put(folder, 'visit', doc)).code).toBe(0)
  const step = { step: 'followUp', problem, on: '2024-01-20', state: 'solved' }
  expect(await put(folder, 'problemStep', step)).toMatchObject({
    code: 2,
    json: { problems: [{ code: 'visit.solvedWithoutEvidence', path: '/evidence' }] },
  })
  expect((await put(folder, 'problemStep', { ...step, ...solvedBy })).code).toBe(0)
  const list = async (...args: readonly string[]): Promise<unknown> =>
    (await askCli('record', 'list', 'visit', ...args, '--profile', folder, '--json')).json
  expect(await list('--count')).toEqual({ total: 1 })
  expect(await list('--count', '--where', 'state=submitted', 'region=500103')).toEqual({ total: 1 })
  expect(await list('--count', '--where', 'state=draft')).toEqual({ total: 1 })
  expect(await list('--search', '压力表')).toMatchObject({ total: 1, items: [{ kind: 'visit', no: 'CQ-500103-20261122-abcd-V001' }] })
})
