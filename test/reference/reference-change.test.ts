import { expect, test } from 'vitest'
import { handlers } from '#electron/app/handlers'
import { createRouter } from '#electron/kernel/router'
import { type OnReferenceChange, watchReference } from '#electron/reference/reference-change'
import { getCalendars } from '#electron/reference/reference-data'
import type { Input, MethodName } from '#shared/app/contract'
import { type AppContract, contract } from '#shared/app/contract'
import type { AWorld } from '../app/a-world.ts'
import { packed } from '../exchange/a-parcel.ts'
import { aPair } from '../exchange/acquainted.ts'
import { aCalendar, aRule, asFile } from './a-reference-file.ts'

/** The same world with a hook of the test's own. */
function listening({ world }: AWorld, hook: OnReferenceChange) {
  const watching = { within: ['reference.importFile', 'record.void'], behind: ['sync.import'] } as const
  const call = createRouter(contract, watchReference<AppContract>(handlers, watching, [hook]), world)
  return async <N extends MethodName>(name: N, input: Input<N>) => expect(await call(name, input)).toMatchObject({ ok: true })
}

test('who follows a change is told which tables changed, with what was before, and only of a real change', async () => {
  const { inspector, supervisor } = await aPair()
  const heard: unknown[] = []
  const done = listening(inspector, (world, tables, before) => {
    const years = (calendars: readonly { readonly year: number }[]) => calendars.map(({ year }) => year).join(' ')
    heard.push([tables, years(before.holidayCalendar), years(getCalendars(world))])
  })
  const calendar = { name: 'c.json', text: asFile(aCalendar()) }
  await done('reference.importFile', { ...calendar, dryRun: true })
  await done('reference.importFile', calendar)
  await done('reference.importFile', calendar)
  await done('reference.importFile', { name: 'r.json', text: asFile(aRule()) })
  const id = (await inspector.done('record.list', { kind: 'referenceItem', search: '2027' })).items[1]?.id ?? ''
  await done('record.void', { id, reason: '录错' })
  await supervisor.done('reference.importFile', { name: 'c.json', text: asFile(aCalendar(2028)) })
  await done('sync.import', { file: await packed(supervisor) })
  expect(heard).toEqual([
    [['holidayCalendar'], '2024 2025 2026', '2024 2025 2026 2027'],
    [['samplingRule'], '2024 2025 2026 2027', '2024 2025 2026 2027'],
    [['holidayCalendar'], '2024 2025 2026 2027', '2024 2025 2026'],
    [['holidayCalendar'], '2024 2025 2026', '2024 2025 2026 2028'],
  ])
})

test('a hook that fails takes the change back with it', async () => {
  const { inspector } = await aPair()
  const { lines } = inspector
  const before = lines()
  const done = listening(inspector, () => {
    throw new Error('cannot follow')
  })
  await expect(done('reference.importFile', { name: 'c.json', text: asFile(aCalendar()) })).rejects.toThrow('cannot follow')
  expect(lines()).toBe(before)
  expect(await inspector.done('reference.listCalendars', {})).toHaveLength(3)
})
