import { startApp } from '#electron/app/start'
import { currentRuntime } from '#electron/kernel/runtime'
import { createProfile } from '#electron/profile/create-profile'
import { readKeys } from '#electron/profile/profile-folder'
import type { Result } from '#shared/kernel/result'
import { aFirm, aService, aStation, aVisit, type Desk, problems, solve } from './help-documents.ts'

// Makes a supervisor's profile with a month of help: two enterprises, three visits, two services, as the window then reports them.
const [folder = ''] = process.argv.slice(2)
const clock = (): Date => new Date('2026-11-02T10:00:00+08:00')

async function must<T>(answer: Result<T> | Promise<Result<T>>): Promise<T> {
  const result = await answer
  if (!result.ok) throw new Error(JSON.stringify(result.problems, null, 2))
  return result.value
}

const person = { name: '演示·统计员', role: 'supervisor', region: '500103', org: '演示·渝中区市场监管局' } as const
await must(createProfile({ folder, profile: person, demo: true, clock }))
const keys = await must(readKeys(folder))
const intake = () => Promise.reject(new Error('nothing comes in'))
const { call, close, world } = await must(startApp({ folder, ...keys, clock, runtime: currentRuntime(), intake }))
const desk = { world, done: async (name: 'record.submit', input: never) => must(await call(name, input)) } as unknown as Desk

const [cement, noodles] = [await aFirm(desk, { name: '演示·水泥厂' }), await aFirm(desk, { name: '演示·面条厂' })]
const found = problems(2)
const visit = await aVisit(desk, cement, { problems: found })
for (const firm of [cement, noodles]) await aVisit(desk, firm, { on: '2026-10-20', follow: 'followUp' })
for (const { id } of found) await solve(desk, cement, id)
const station = { id: await aStation(desk, '演示·站点'), name: '演示·站点' }
await aService(desk, cement, station, 12_345.67)
await aService(desk, cement, station)
close()
process.stdout.write(JSON.stringify({ visit }))
