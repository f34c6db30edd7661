import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { aFolder } from '../app/a-world.ts'
import { askCli } from '../app/ask-cli.ts'
import { aFailedCheck, aWorldOn } from './a-case.ts'

/** A profile with a failed check in it, closed, and a way to ask it. */
async function aProfile() {
  const world = await aWorldOn('2024-09-18')
  const check = await aFailedCheck(world, '2024-09-18')
  world.close()
  const ask = async (...args: string[]) => {
    const { code, json } = await askCli(...args, '--profile', world.folder, '--json')
    return { code, json: json as Readonly<Record<string, never>> }
  }
  const put = async (doc: object): Promise<string> => {
    const file = join(aFolder(), 'step.json')
    writeFileSync(file, JSON.stringify(doc))
    return (await ask('record', 'put', 'caseStep', '--file', file)).json['id'] ?? ''
  }
  return { check, ask, put }
}

test('a case from the command line: open, a step, its clock, the lists, the file', async () => {
  const { check, ask, put } = await aProfile()
  const opened = await ask('case', 'open', check, '--on', '2024-09-18')
  expect(opened).toMatchObject({ code: 0, json: { state: 'submitted' } })
  const id = String(opened.json['id'])
  expect(await ask('case', 'open', check)).toMatchObject({ code: 2, json: { problems: [{ code: 'aftercare.alreadyOpen' }] } })

  const step = await ask('case', 'step', id, 'notice')
  expect(step).toMatchObject({ code: 0, json: { doc: { step: 'notice', case: id, recipient: 'sampledParty' } } })
  const notice = await put({ ...(step.json['doc'] as object | undefined), on: '2024-09-20' })
  expect(await ask('record', 'submit', notice)).toMatchObject({ code: 0 })
  const early = await put({ step: 'lapse', case: id, on: '2024-10-08', recipient: 'sampledParty' })
  expect(await ask('record', 'submit', early)).toMatchObject({
    code: 2,
    json: { problems: [{ code: 'aftercare.windowOpen', words: expect.stringContaining('产品质量法') as string }] },
  })

  expect(await ask('case', 'get', id)).toMatchObject({
    code: 0,
    json: { clocks: [{ rule: 'objection', raw: '2024-10-05', due: '2024-10-08', standing: 'overdue' }] },
  })
  expect(await ask('case', 'get', check)).toMatchObject({ code: 2, json: { problems: [{ code: 'aftercare.noSuchCase' }] } })
  expect(await ask('case', 'list', '--state', 'notified', '--search', '水泥')).toMatchObject({
    code: 0,
    json: { items: [{ id }], next: null },
  })
  expect(await ask('case', 'due', '--overdue')).toMatchObject({ code: 0, json: { items: [{ case: id, rule: 'objection' }], overdue: 1 } })
  expect(await ask('case', 'due', '--week')).toMatchObject({ code: 0, json: { items: [], total: 0 } })
  expect(await ask('case', 'due', '--limit', 'many')).toMatchObject({ code: 2 })
  expect(await ask('case', 'changes')).toEqual({ code: 0, json: { changes: [] } })
  expect(await ask('case', 'inspect', id)).toMatchObject({ code: 1, json: { records: 7 } })
})
