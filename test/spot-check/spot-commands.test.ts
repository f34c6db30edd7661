import { expect, test } from 'vitest'
import { newRecordId } from '#electron/kernel/world'
import { aWorld } from '../app/a-world.ts'
import { askCli } from '../app/ask-cli.ts'
import { aTask, takeStep } from './a-check.ts'

test('spot new, step, get, list, progress and mine have the shapes of the manual', async () => {
  const world = await aWorld()
  const { id, checks } = await aTask(world, 2)
  const [check = ''] = checks
  await takeStep(world, check, 'assign')
  world.close()
  const ask = async (...args: string[]) => askCli('spot', ...args, '--profile', world.folder, '--json')
  expect(await ask('get', check)).toMatchObject({
    code: 0,
    json: {
      summary: { check, state: 'assigned' },
      course: { taken: [{ step: 'plan' }, { step: 'assign' }] },
      sheet: null,
      explained: null,
    },
  })
  expect(await ask('list', '--state', 'assigned')).toMatchObject({ code: 0, json: { items: [{ check }], next: null } })
  expect(await ask('progress', id)).toMatchObject({ code: 0, json: { quota: 9, counts: { assigned: 1, planned: 1 }, asOf: null } })
  expect(await ask('mine')).toMatchObject({ code: 0, json: { items: [{ task: id }, { task: id }] } })
  expect(await ask('step', check, 'arrive')).toMatchObject({ code: 0, json: { doc: { step: 'arrive', check } } })
  expect(await ask('new', 'sheet', '--check', check)).toMatchObject({ code: 0, json: { doc: { head: { taskId: id, check } } } })
  expect(await ask('new', 'refused', '--check', check)).toMatchObject({ code: 0, json: { doc: { outcome: 'refused', check } } })
  expect(await ask('new', 'task')).toMatchObject({ code: 0, json: { doc: { kind: 'spotCheck' } } })
  expect(await ask('get', newRecordId())).toMatchObject({ code: 2, json: { problems: [{ code: 'record.noSuchRecord' }] } })
  expect(await ask('step', check, 'sael')).toMatchObject({ code: 2, json: { problems: [{ code: 'procedure.unknownStep' }] } })
  expect(await ask('new', 'sheep')).toMatchObject({ code: 2 })
})
