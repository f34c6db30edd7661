import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { rebuild } from '#db/kernel/project'
import { stateDigest } from '#db/kernel/records'
import { getTrustDocument } from '#db/profile/trust'
import { walkTrust } from '#electron/profile/walk-trust'
import { aWorld, must } from '../app/a-world.ts'
import { aSheet, codes, correct, packed, withLot } from '../exchange/a-parcel.ts'
import { admit, anOrganisation, digestOf, take } from './an-organisation.ts'

vi.setConfig({ testTimeout: 120_000 }) // four profiles and many bundles, on a machine that may be busy

test('the list travels: a second supervisor and every inspector learn from it whose work counts', async () => {
  const { founder, second, one, two } = await anOrganisation()
  for (const world of [second, one, two]) {
    const trust = await world.done('trust.show', {})
    expect(trust).toMatchObject({ space: (await founder.done('trust.show', {})).space, admin: false, list: 4 })
    expect(trust.devices.filter(({ role }) => role === 'supervisor').length).toBe(world === second ? 1 : 2)
  }
  const recipients = (await one.done('sync.status', {})).recipients.map(({ name }) => name)
  expect(recipients.toSorted()).toEqual(['王主任', '陈主任'].toSorted())
})

test('who knows only a supervisor that does not keep the list joins by what that one packs', async () => {
  const { founder, second } = await anOrganisation()
  const newcomer = await aWorld({ name: '吴静' })
  await admit(newcomer, second)
  await admit(founder, newcomer)
  await aSheet(founder, 91)
  await take(await packed(founder), second)
  expect((await newcomer.done('trust.show', {})).space).toBe('')
  await aSheet(second, 92)
  await take(await packed(second), newcomer)
  expect((await newcomer.done('trust.show', {})).space).toBe((await founder.done('trust.show', {})).space)
  expect((await newcomer.done('sync.status', {})).recipients.map(({ name }) => name)).toContain('王主任')
})

test('two supervisors and two inspectors who exchange batches in any order hold the same, byte for byte', async () => {
  const { founder, second, one, two, everybody } = await anOrganisation()
  const sheet = await aSheet(one, 1)
  await aSheet(two, 2)
  const [fromOne, fromTwo] = [await packed(one), await packed(two)]
  await take(fromOne, founder, second)
  await take(fromTwo, second, founder)
  await founder.done('record.review', { id: sheet, verdict: 'returned', remarks: '批号不清' })
  await correct(second, sheet, withLot('L-2'))
  const [fromFounder, fromSecond] = [await packed(founder), await packed(second)]
  await take(fromSecond, founder, one, two)
  await take(fromFounder, one, second, two)
  await take(fromOne, two).catch(() => undefined) // it is not for him, and told so
  const supervisors = [digestOf(founder), digestOf(second)]
  expect(new Set(supervisors).size).toBe(1)
  expect((await one.done('record.get', { id: sheet }))?.review?.verdict).toBe('returned')
  for (const { world } of everybody) {
    const before = stateDigest(world.db)
    world.db.transaction(() => rebuild(world.db, world.projections))
    expect(stateDigest(world.db)).toEqual(before)
  }
})

test('work first, trust later: what a stranger brings waits unopened, and comes in when he is admitted', async () => {
  const { founder } = await anOrganisation()
  const stranger = await aWorld({ name: '吴静' })
  await admit(stranger, founder)
  const sheet = await aSheet(stranger, 7)
  const again = await aSheet(stranger, 8)
  const first = await packed(stranger)
  expect(codes(await founder.call('sync.import', { file: first, leaveOut: [], massChange: false }))).toEqual(['sync.bundleRefused'])
  const { kept } = await founder.done('trust.show', {})
  expect(kept).toMatchObject([{ device: stranger.world.self.device, reason: 'notEnrolled', seq: 1 }])
  expect(await founder.done('record.get', { id: sheet })).toBeNull()
  await admit(founder, stranger)
  expect((await founder.done('trust.show', {})).kept).toEqual([])
  for (const id of [sheet, again]) expect((await founder.done('record.get', { id }))?.state).toBe('received')
})

test('a stolen laptop counts up to the last batch that was witnessed, whatever its clock says', async () => {
  const { founder, second, one } = await anOrganisation()
  const before = await aSheet(one, 1)
  await take(await packed(one), founder)
  const { until } = await founder.done('trust.revoke', { device: one.world.self.device, state: 'lost', why: '笔记本被盗' })
  expect(until).toMatchObject([{ seq: 1 }])
  one.clock.pass(-7200)
  const after = await aSheet(one, 2)
  await take(await packed(one), founder)
  expect((await founder.done('record.get', { id: before }))?.state).toBe('received')
  expect(await founder.done('record.get', { id: after })).toBeNull()
  const [late] = (await founder.done('trust.show', {})).kept
  expect(late).toMatchObject({ reason: 'revoked', seq: 2 })
  await founder.done('trust.takeIn', { head: late?.head ?? '', why: '找回后核对过' })
  expect((await founder.done('record.get', { id: after }))?.state).toBe('received')
  await take(await packed(founder), second)
  expect((await second.done('trust.show', {})).devices.find(({ id }) => id === one.world.self.device)?.state).toBe('lost')
})

test('what is packed from now on is not for a revoked device, and is for the recovery keys', async () => {
  const { founder, one, two } = await anOrganisation()
  expect(codes(await founder.call('trust.setRecovery', { recipients: ['age2'] }))).toEqual(['trust.badRecipient'])
  await founder.done('trust.setRecovery', { recipients: [two.world.recipient] })
  expect((await founder.done('trust.show', {})).recovery).toEqual([two.world.recipient])
  await founder.done('trust.revoke', { device: one.world.self.device, state: 'revoked', why: '离职' })
  await aSheet(founder, 91)
  const refused = await one.call('sync.import', { file: await packed(founder), leaveOut: [], massChange: false })
  expect(codes(refused)).toEqual(['sync.bundleRefused'])
})

test('only who keeps the list writes it; a supervisor may be made to keep it too', async () => {
  const { founder, second, one } = await anOrganisation()
  const lost = { device: one.world.self.device, state: 'lost' as const, why: '丢失' }
  expect(codes(await second.call('trust.revoke', lost))).toEqual(['trust.notAdmin'])
  expect(codes(await founder.call('trust.addAdmin', { device: one.world.self.device }))).toEqual(['trust.onlySupervisors'])
  await founder.done('trust.addAdmin', { device: second.world.self.device })
  await aSheet(founder, 92)
  await take(await packed(founder), second, one)
  await must(second.call('trust.revoke', lost))
  await aSheet(second, 93)
  await take(await packed(second), founder)
  expect(await founder.done('trust.show', {})).toMatchObject({ root: 2, list: 6 })
})

test('an older list, a list by somebody else, and an altered one are never followed', async () => {
  const { founder, second } = await anOrganisation()
  const root = getTrustDocument(founder.world.db, 'root')
  const older = getTrustDocument(second.world.db, 'list')
  await founder.done('trust.renew', {})
  const newer = getTrustDocument(founder.world.db, 'list')
  if (root === null || older === null || newer === null) throw new Error('no trust')
  const held = { root: root.bytes, list: newer.bytes, pinned: [] }
  const before = { ...held, list: older.bytes }
  expect(walkTrust([older], held).lists).toEqual([])
  expect(walkTrust([newer], before).lists.map(({ ver }) => ver)).toEqual([newer.ver])
  expect(walkTrust([{ ...newer, bytes: newer.bytes.replace('"active"', '"lost"') }], before).lists).toEqual([])
  expect(walkTrust([{ ...newer, signatures: older.signatures }], before).lists).toEqual([])
  expect(walkTrust([root, newer], { root: null, list: null, pinned: [] })).toMatchObject({ roots: [], lists: [] })
  const pinned = [founder.world.self.device]
  expect(walkTrust([newer, root], { root: null, list: null, pinned })).toMatchObject({ roots: [{ ver: 1 }], lists: [{ ver: newer.ver }] })
})

test('a list past its time is told and goes on counting', async () => {
  const { founder } = await anOrganisation()
  founder.clock.pass(400 * 86_400)
  expect(await founder.done('trust.show', {})).toMatchObject({ expired: true })
  await aSheet(founder, 95)
  expect(join(await packed(founder))).toMatch(/ibz$/)
})
