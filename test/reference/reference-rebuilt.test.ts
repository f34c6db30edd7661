import { expect, test } from 'vitest'
import type { Store } from '#db/kernel/database'
import { rebuild } from '#db/kernel/project'
import { stateDigest } from '#db/kernel/records'
import { packed } from '../exchange/a-parcel.ts'
import { aPair } from '../exchange/acquainted.ts'
import { aCalendar, aRule, asFile } from './a-reference-file.ts'

const rows = (db: Store) => ({ items: db.all('SELECT * FROM reference_items ORDER BY rid, device'), digest: stateDigest(db).digest })

test('read again from the log the tables of reference data are the same, and so is what is in force', async () => {
  const { inspector, supervisor } = await aPair()
  const { done, world } = inspector
  await done('reference.importFile', { name: 'a.json', text: asFile(aRule(), aRule({ edition: 'B' })) })
  await done('reference.importFile', { name: 'b.json', text: asFile(aRule({ baseMinimum: 12 })) })
  await done('reference.importFile', { name: 'c.json', text: asFile(aCalendar()) })
  await done('reference.withdraw', { table: 'samplingRule', key: '电热水壶@B', reason: '停用' })
  await supervisor.done('reference.importFile', { name: 'd.json', text: asFile(aRule({ baseMinimum: 30 })) })
  const [calendar] = (await done('record.list', { kind: 'referenceItem', search: '2027' })).items
  await done('sync.import', { file: await packed(supervisor) })
  await done('record.void', { id: calendar?.id ?? '', reason: '录错' })
  const [before, inForce] = [rows(world.db), await done('reference.listItems', { table: 'samplingRule' })]
  world.db.transaction(() => rebuild(world.db, world.projections))
  expect(rows(world.db)).toEqual(before)
  expect(before.items).toHaveLength(4)
  expect(await done('reference.listItems', { table: 'samplingRule' })).toEqual(inForce)
})

test('what a rehearsal brings is forgotten with it', async () => {
  const { inspector, supervisor } = await aPair()
  await supervisor.done('reference.importFile', { name: 'd.json', text: asFile(aCalendar()) })
  const years = async () => (await inspector.done('reference.listCalendars', {})).map(({ year }) => year)
  const file = await packed(supervisor)
  await inspector.done('sync.rehearse', { file })
  expect(await years()).toEqual([2024, 2025, 2026])
  inspector.world.db.rehearse(() => inspector.world.db.run("UPDATE reference_stamp SET nonce = x'00'"))
  await inspector.done('sync.import', { file })
  expect(await years()).toEqual([2024, 2025, 2026, 2027])
})
