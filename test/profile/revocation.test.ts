import { expect, test, vi } from 'vitest'
import { rebuild } from '#db/kernel/project'
import { getTrust } from '#electron/profile/trust-store'
import type { AWorld } from '../app/a-world.ts'
import { aSheet, packed, stateIn } from '../exchange/a-parcel.ts'
import { anOrganisation, digestOf, take } from './an-organisation.ts'

vi.setConfig({ testTimeout: 120_000 }) // several profiles and many bundles, on a machine that may be busy

const deviceOf = ({ world }: AWorld): string => world.self.device
const lost = (device: AWorld) => ({ device: deviceOf(device), state: 'lost' as const, why: '丢失' })
const alarmsOf = async ({ done }: AWorld): Promise<string[]> => (await done('sync.centre', {})).alarms.map(({ code }) => code)

function expectRebuilt(world: AWorld): void {
  const before = digestOf(world)
  world.world.db.transaction(() => rebuild(world.world.db, world.world.projections))
  expect(digestOf(world)).toBe(before)
}

test('whatever time a stolen laptop gives its batches, nothing changes', async () => {
  const { founder, one } = await anOrganisation()
  const witnessed = await aSheet(one, 1)
  await take(await packed(one), founder)
  await founder.done('trust.revoke', lost(one))
  expect(await stateIn(founder, witnessed)).toBe('received')
  const before = digestOf(founder)
  for (const [index, jump] of [-3e8, 4e8, -1.5e8].entries()) {
    await aSheet(one, 10 + index)
    one.clock.pass(jump)
    const file = await packed(one)
    one.clock.pass(-jump)
    await take(file, founder)
    expect(digestOf(founder)).toBe(before)
  }
  expect((await founder.done('trust.show', {})).kept.map(({ seq }) => seq)).toEqual([2, 3, 4])
  expectRebuilt(founder)
})

test('what a revoked supervisor left out behind the end counts again, and with the newer list everywhere', async () => {
  const { founder, second, one } = await anOrganisation()
  const id = await aSheet(one, 1)
  const file = await packed(one)
  await take(file, founder)
  await second.done('sync.import', { file, leaveOut: [id] })
  const fromSecond = await packed(second)
  await take(fromSecond, one)
  expect(await stateIn(one, id)).toBe('none')
  await founder.done('trust.revoke', lost(second))
  await take(fromSecond, founder)
  expect(await stateIn(founder, id)).toBe('received')
  await aSheet(founder, 91)
  await take(await packed(founder), one)
  expect(await stateIn(one, id)).not.toBe('none')
  expectRebuilt(founder)
  expectRebuilt(one)
})

test('an admin who is revoked writes no list any more, and the other one goes on', async () => {
  const { founder, second, one } = await anOrganisation()
  await founder.done('trust.addAdmin', { device: deviceOf(second) })
  await aSheet(founder, 91)
  await take(await packed(founder), second, one)
  await second.done('trust.revoke', lost(founder))
  await aSheet(second, 92)
  await take(await packed(second), one)
  const inForce = getTrust(one.world)?.list
  await founder.done('trust.renew', {})
  await founder.done('trust.renew', {})
  await aSheet(founder, 93)
  await take(await packed(founder), one)
  expect(getTrust(one.world)?.list).toEqual(inForce)
  expect(getTrust(one.world)?.root.admins).toEqual([deviceOf(second)])
})

test('two lists of one version: each keeps the one it had, says so, and the next version settles it', async () => {
  const { founder, second, one } = await anOrganisation()
  await founder.done('trust.addAdmin', { device: deviceOf(second) })
  await aSheet(founder, 91)
  await take(await packed(founder), second)
  founder.clock.pass(60)
  for (const admin of [founder, second]) await admin.done('trust.renew', {})
  const had = getTrust(second.world)?.listHash
  await aSheet(founder, 92)
  await aSheet(second, 93)
  const [fromFounder, fromSecond] = [await packed(founder), await packed(second)]
  await take(fromFounder, second, one)
  await take(fromSecond, founder)
  expect(getTrust(second.world)?.listHash).toBe(had)
  expect(await alarmsOf(second)).toContain('trustForked')
  expect(await alarmsOf(founder)).toContain('trustForked')
  await founder.done('trust.renew', {})
  await aSheet(founder, 94)
  await take(await packed(founder), second, one)
  const hashes = [founder, second, one].map(({ world }) => getTrust(world)?.listHash)
  expect(new Set(hashes).size).toBe(1)
  expect(await alarmsOf(founder)).not.toContain('trustForked')
  expect(await alarmsOf(second)).not.toContain('trustForked')
})

test('a device whose disk is an old copy shows by the older list that its batches name', async () => {
  const { founder, one } = await anOrganisation()
  await aSheet(one, 1)
  await take(await packed(one), founder)
  expect(await alarmsOf(founder)).not.toContain('trustRolledBack')
  one.world.db.run("UPDATE trust_documents SET ver = ver - 1 WHERE kind = 'list'")
  one.world.db.run("UPDATE trust_documents SET bytes = replace(bytes, '\"ver\":4', '\"ver\":3'), signature = 'old' WHERE kind = 'list'")
  await aSheet(one, 2)
  await take(await packed(one), founder)
  const { alarms } = await founder.done('sync.centre', {})
  expect(alarms).toContainEqual(
    expect.objectContaining({ code: 'trustRolledBack', about: deviceOf(one), facts: { seq: 2, ver: 3, had: 4 } }),
  )
})
