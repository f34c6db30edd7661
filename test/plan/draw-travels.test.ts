import { join } from 'node:path'
import { expect, test } from 'vitest'
import { aFolder, aWorld } from '../app/a-world.ts'
import { acquainted } from '../exchange/acquainted.ts'
import { aDraw } from './a-draw.ts'

test('a draw reaches the supervisor with the file of its pool, and comes out the same there', async () => {
  const inspector = await aWorld()
  const supervisor = await aWorld({ role: 'supervisor', name: '王主任' })
  await acquainted(inspector, supervisor)
  const list = Array.from({ length: 900 }, (_, index) => `重庆示范企业${String(index)}号`).join('\n')
  const { id, doc } = await aDraw(inspector, { enterprises: { frame: { source: 'list' }, list, take: 9 } })
  const file = join(aFolder(), 'draw.ibz')
  await inspector.done('sync.makeBatch', { to: file })
  await supervisor.done('sync.rehearse', { file })
  await supervisor.done('sync.import', { file })
  expect(await supervisor.done('plan.verifyDraw', { id })).toEqual({ reproduced: true, differences: [], problems: [] })
  expect(await supervisor.done('plan.listDraws', {})).toMatchObject({ items: [{ id, no: doc.no, state: 'received' }] })
  const published = { ...doc, publicisedOn: '2026-11-22', publicUrl: 'https://example.invalid/list' }
  expect(await supervisor.call('record.correct', { id, doc: published, reason: '登记公开' })).toMatchObject({ ok: true })
})
