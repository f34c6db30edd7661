import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { stateDigest } from '#db/kernel/records'
import { listTargetAlarms } from '#db/target/targets'
import type { RunIntake } from '#electron/kernel/intake-port'
import { CourierTask } from '#electron/target/courier-task'
import { runCourierInChild } from '#electron/target/run-courier'
import { runCourierTask } from '#electron/target/run-courier-task'
import type { Input } from '#shared/app/contract'
import { type AWorld, aFolder, aWorld } from '../app/a-world.ts'
import { startFaultProxy } from '../engines/fault-proxy.ts'
import { aSheet, codes, stateIn } from '../exchange/a-parcel.ts'
import { acquainted } from '../exchange/acquainted.ts'
import { aStorage } from './storage-server.ts'

vi.setConfig({ testTimeout: 60_000 }) // several profiles a test, and a process for each bundle

/** The same task in this process: the tests of the courier's own process are elsewhere. */
const courier: RunIntake = (task, call) => runCourierTask(CourierTask.parse(task), call)

async function team(changes = { courier }): Promise<{ inspector: AWorld; colleague: AWorld; supervisor: AWorld }> {
  const [inspector, colleague] = [await aWorld({}, changes), await aWorld({ name: '赵敏' }, changes)]
  const supervisor = await aWorld({ role: 'supervisor', name: '王主任' }, changes)
  for (const one of [inspector, colleague]) await acquainted(one, supervisor)
  return { inspector, colleague, supervisor }
}

const SHARE = '局域网共享'
const add = ({ done }: AWorld, path: string) => done('target.add', { settings: { kind: 'folder', name: SHARE, path }, secret: '' })
const exchanged = ({ done }: AWorld, changes: Partial<Input<'target.exchange'>> = {}) => done('target.exchange', { id: SHARE, ...changes })
const digest = ({ world }: AWorld): string => stateDigest(world.db).digest

function filesIn(folder: string): string[] {
  const entries = existsSync(folder) ? readdirSync(folder, { recursive: true, withFileTypes: true }) : []
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
}

test('through one folder records go to the supervisor and receipts come back; what is there is not sent again', async () => {
  const { inspector, colleague, supervisor } = await team()
  const share = aFolder()
  for (const one of [inspector, colleague, supervisor]) await add(one, share)
  const ids = [await aSheet(inspector, 1), await aSheet(inspector, 2), await aSheet(colleague, 3)]

  expect(await exchanged(inspector)).toMatchObject({ published: 1, fetched: 0, refused: [], unsettled: [] })
  expect(await exchanged(colleague)).toMatchObject({ published: 1, fetched: 0 })
  expect(await stateIn(inspector, ids[0] ?? '')).toBe('packed')
  expect(await exchanged(supervisor)).toMatchObject({ published: 1, fetched: 2, new: 3, refused: [] })
  expect(await exchanged(inspector)).toMatchObject({ published: 0, sentBytes: 0, fetched: 1, receipts: 1 })
  expect(await stateIn(inspector, ids[0] ?? '')).toBe('received')

  const before = filesIn(share)
  expect(await exchanged(supervisor)).toMatchObject({ published: 0, sentBytes: 0, fetched: 0, receivedBytes: 0 })
  expect(await exchanged(inspector)).toMatchObject({ published: 0, fetched: 0 })
  expect(filesIn(share)).toEqual(before)
  expect(filesIn(join(supervisor.folder, 'inbox'))).toEqual([])
})

test('what arrived by stick is not fetched a second time, and the state is the same by either way', async () => {
  const { inspector, supervisor } = await team()
  const other = await aWorld({ role: 'supervisor', name: '钱主任' })
  const share = aFolder()
  for (const one of [inspector, supervisor]) await add(one, share)
  await aSheet(inspector, 1)
  const file = join(aFolder(), 'batch.ibz')
  await inspector.done('sync.makeBatch', { to: file })
  await supervisor.done('sync.import', { file })
  expect(await exchanged(inspector)).toMatchObject({ published: 1 })
  expect(await exchanged(supervisor)).toMatchObject({ fetched: 0, refused: [] })
  expect(digest(supervisor)).not.toBe(digest(other))
})

test('a share that was emptied gets everything again, and a person is told; nothing is deleted here', async () => {
  const { inspector, supervisor } = await team()
  const share = aFolder()
  for (const one of [inspector, supervisor]) await add(one, share)
  await aSheet(inspector, 1)
  await exchanged(inspector)
  await exchanged(supervisor)
  const state = digest(supervisor)
  rmSync(join(share, 's'), { recursive: true })
  expect(await exchanged(inspector)).toMatchObject({ published: 1, restored: 1 })
  expect(listTargetAlarms(inspector.world.db)).toMatchObject([{ name: SHARE, what: 'emptied', facts: { batches: 1 } }])
  await exchanged(supervisor)
  expect(digest(supervisor)).toBe(state)
  await inspector.done('target.probe', { id: SHARE })
  expect(listTargetAlarms(inspector.world.db)).toEqual([])
})

test('copies in conflict of a cloud drive are named, not read and not removed', async () => {
  const { inspector, supervisor } = await team()
  const share = aFolder()
  for (const one of [inspector, supervisor]) await add(one, share)
  await aSheet(inspector, 1)
  await exchanged(inspector)
  const device = inspector.world.self.device
  const copy = join(share, 's', `${device} (冲突副本 2026-11-22)`)
  mkdirSync(copy)
  writeFileSync(join(share, 's', 'desktop.ini'), '')
  const { fetched, ignored } = await exchanged(supervisor)
  expect(fetched).toBe(1)
  expect(ignored.toSorted()).toEqual([`s/${device} (冲突副本 2026-11-22)`, 's/desktop.ini'].toSorted())
  expect(existsSync(copy)).toBe(true)
})

test('a copy of this device at work is an alarm: nothing is sent until a person has looked', async () => {
  const { inspector } = await team()
  const share = aFolder()
  await add(inspector, share)
  await aSheet(inspector, 1)
  await exchanged(inspector)
  const [head = ''] = filesIn(share).filter((path) => path.endsWith('/h/0000000001.json'))
  writeFileSync(head.replace('0000000001', '0000000002'), 'somebody else')
  await aSheet(inspector, 2)
  const before = filesIn(share)
  expect(codes(await inspector.call('target.exchange', { id: SHARE }))).toEqual(['target.otherSelf'])
  expect(filesIn(share)).toEqual(before)
  expect(listTargetAlarms(inspector.world.db)).toMatchObject([{ what: 'otherSelf' }])
  rmSync(head.replace('0000000001', '0000000002'))
  expect(await exchanged(inspector)).toMatchObject({ published: 1 })
  expect(listTargetAlarms(inspector.world.db)).toEqual([])
})

test('a batch in pieces waits, names what is missing since when, and comes in when it is whole', async () => {
  const { inspector, supervisor } = await team()
  const share = aFolder()
  for (const one of [inspector, supervisor]) await add(one, share)
  await aSheet(inspector, 1)
  await exchanged(inspector)
  const [part = ''] = filesIn(share).filter((path) => path.includes('/a/'))
  const bytes = readFileSync(part)
  writeFileSync(part, bytes.subarray(0, 100))
  const first = await exchanged(supervisor)
  expect(first).toMatchObject({ fetched: 0, unsettled: [{ device: inspector.world.self.device, seq: 1 }] })
  supervisor.clock.pass(3600)
  expect((await exchanged(supervisor)).unsettled).toEqual(first.unsettled)
  writeFileSync(part, bytes)
  expect(await exchanged(supervisor)).toMatchObject({ fetched: 1, new: 1, unsettled: [] })
})

test('a password is nowhere in the store in the clear, and in no answer', async () => {
  const inspector = await aWorld({}, { courier })
  const { url } = await aStorage()
  const secret = 'KX7-geheim-ä-口令'
  await inspector.done('target.add', { settings: { kind: 'webdav', name: SHARE, url, user: 'u' }, secret })
  const rows = await inspector.done('target.list', {})
  expect(rows).toMatchObject([{ hasSecret: true, settings: { kind: 'webdav', name: SHARE, user: 'u' } }])
  expect(JSON.stringify(rows)).not.toContain(secret)
  inspector.close()
  for (const file of filesIn(inspector.folder)) expect(readFileSync(file).includes(secret)).toBe(false)
})

test('names are taken once, unknown places are refused, a forgotten place is forgotten', async () => {
  const inspector = await aWorld({}, { courier })
  const path = aFolder()
  const { id } = await add(inspector, path)
  const again = { settings: { kind: 'folder' as const, name: SHARE, path }, secret: '' }
  expect(codes(await inspector.call('target.add', again))).toEqual(['target.exists'])
  expect(codes(await inspector.call('target.exchange', { id: 'nobody' }))).toEqual(['target.unknown'])
  expect(
    codes(await inspector.call('target.add', { ...again, settings: { kind: 'folder', name: 'weg', path: join(path, 'weg') } })),
  ).toEqual(['target.unreachable'])
  await inspector.done('target.remove', { id })
  expect(await inspector.done('target.list', {})).toEqual([])
})

test('the courier does it in a process of its own; cancelling ends it at once, and the next exchange goes on', async () => {
  const { inspector, supervisor } = await team({ courier: runCourierInChild })
  const { url, quirks } = await aStorage()
  const proxy = await startFaultProxy(url)
  onTestFinished(proxy.close)
  for (const one of [inspector, supervisor])
    await one.done('target.add', { settings: { kind: 'webdav', name: SHARE, url: proxy.url, user: 'u' }, secret: 'p' })
  await aSheet(inspector, 1)
  quirks.clock = 3 * 3600
  proxy.rules([{ method: 'PUT', fault: { kind: 'hang' } }])
  const abort = new AbortController()
  const stopped = inspector.call('target.exchange', { id: SHARE }, { signal: abort.signal })
  await vi.waitUntil(() => proxy.log.some(({ fault }) => fault === 'hang'), { timeout: 20_000 })
  abort.abort()
  expect(codes(await stopped)).toEqual(['target.cancelled'])
  proxy.rules([])
  expect(await exchanged(inspector)).toMatchObject({ published: 1 })
  expect(await exchanged(supervisor)).toMatchObject({ fetched: 1, new: 1 })
})
