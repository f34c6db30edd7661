import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { deviceKeyOf } from '#electron/kernel/device-key'
import { sha256Of } from '#electron/kernel/durable-file'
import { signSsh } from '#electron/kernel/sshsig'
import { walkTrust } from '#electron/profile/walk-trust'
import { canonical } from '#shared/kernel/canonical'
import { NO_HASH } from '#shared/kernel/ids'
import type { HeldTrust, TrustDocument } from '#shared/profile/trust-documents'
import { TRUST_NAMESPACE, TrustList, TrustRoot } from '#shared/profile/trust-list'

/** Steps of all histories together; `XUNZHI_HISTORIES` asks for more or fewer. */
const STEPS = Number(process.env['XUNZHI_HISTORIES'] ?? 10_000)
const STEPS_A_HISTORY = 20

vi.setConfig({ testTimeout: 60_000 + STEPS * 20 })

const keys = ['a', 'b', 'c', 'd'].map((letter) => deviceKeyOf(Buffer.alloc(32, letter).toString('base64')))
const key = (index: number) => keys[index % keys.length] ?? deviceKeyOf('')
/** Somebody outside, who never becomes an admin. */
const stranger = deviceKeyOf(Buffer.alloc(32, 'z').toString('base64'))

const year = { issued: '2026-11-22T10:00:00+08:00', expires: '2027-11-22T10:00:00+08:00' }
const keyOf = ({ device: id, publicKey: sig }: typeof stranger) => ({ id, sig })

async function signed(content: TrustRoot | TrustList, by: typeof stranger): Promise<TrustDocument> {
  const bytes = `${canonical(content)}\n`
  const kind = content.type === 'inspect-trust/root' ? 'root' : 'list'
  return { kind, ver: content.ver, bytes, signatures: [await signSsh(by, TRUST_NAMESPACE, Buffer.from(bytes))] }
}

const rootOf = (admins: readonly (typeof stranger)[], space = 'xz-0123456789abcdef'): TrustRoot => ({
  type: 'inspect-trust/root',
  v: 1,
  space,
  ver: 1,
  prev: NO_HASH,
  ...year,
  keys: admins.map(keyOf),
  threshold: 1,
  admins: admins.map(({ device }) => device),
  adminThreshold: 1,
})

const listOf = (space: string, named: string): TrustList => ({
  type: 'inspect-trust/list',
  v: 1,
  space,
  ver: 1,
  prev: NO_HASH,
  ...year,
  root: 1,
  people: [{ id: named, name: '王主任', roles: ['supervisor'], scope: '500103' }],
  devices: [],
  recovery: [],
  policy: { quorumAck: 1 },
})

/** The history as the admins wrote it, each act by one of those who may. */
class Honest {
  readonly documents: TrustDocument[] = []
  admins: number[] = [0]
  root = rootOf([key(0)])
  list = listOf(this.root.space, key(0).device)

  async begin(): Promise<this> {
    this.documents.push(await signed(this.root, key(0)), await signed(this.list, key(0)))
    return this
  }

  private bytesOf(kind: TrustDocument['kind']): string {
    return this.documents.findLast((document) => document.kind === kind)?.bytes ?? ''
  }

  async writeList(by: number): Promise<void> {
    this.list = { ...this.list, root: this.root.ver, ver: this.list.ver + 1, prev: sha256Of(this.bytesOf('list')) }
    this.documents.push(await signed(this.list, key(this.admins[by % this.admins.length] ?? 0)))
  }

  /** Another admin comes, or one goes; whoever stays signs. */
  async rotate(which: number): Promise<void> {
    const [by = 0] = this.admins
    const other = which % keys.length
    if (other === by) return
    this.admins = this.admins.includes(other) ? this.admins.filter((one) => one !== other) : [...this.admins, other]
    const next = rootOf(this.admins.map(key), this.root.space)
    this.root = { ...next, ver: this.root.ver + 1, prev: sha256Of(this.bytesOf('root')) }
    this.documents.push(await signed(this.root, key(by)))
    await this.writeList(this.admins.indexOf(by))
  }
}

/** What somebody from outside would like to be believed. */
async function forgeriesOf({ root, list, documents }: Honest): Promise<TrustDocument[]> {
  const last = documents.findLast(({ kind }) => kind === 'root')?.bytes ?? ''
  const next: TrustRoot = { ...rootOf([stranger], root.space), ver: root.ver + 1, prev: sha256Of(last) }
  const newer: TrustList = { ...list, ver: list.ver + 1, prev: sha256Of(canonical(list)), root: next.ver }
  const own = await signed(newer, stranger)
  const genuine = documents.at(-1)
  return [
    await signed(next, stranger),
    own,
    { ...own, ver: own.ver + 7 },
    { ...own, signatures: genuine?.signatures ?? [] },
    ...(genuine === undefined ? [] : [{ ...genuine, bytes: genuine.bytes.replace('"quorumAck":1', '"quorumAck":9') }]),
    await signed({ ...newer, space: 'xz-fedcba9876543210' }, stranger),
  ]
}

/** A device that takes what follows, as the store does. */
class Replica {
  held: HeldTrust = { root: null, list: null, pinned: [key(0).device] }
  readonly taken: TrustDocument[] = []

  take(offered: readonly TrustDocument[]): void {
    const { roots, lists } = walkTrust(offered, this.held)
    this.taken.push(...roots, ...lists)
    if (this.held.root === null && lists.length === 0) return
    const root = roots.at(-1)?.bytes ?? this.held.root
    this.held = { ...this.held, root, list: lists.at(-1)?.bytes ?? this.held.list }
  }

  get ver(): number {
    return this.held.list === null ? 0 : TrustList.parse(JSON.parse(this.held.list)).ver
  }

  get rootVer(): number {
    return this.held.root === null ? 0 : TrustRoot.parse(JSON.parse(this.held.root)).ver
  }
}

const aStep = fc.record({
  act: fc.constantFrom('list', 'list', 'rotate', 'nothing'),
  which: fc.nat(20),
  /** Which documents of the history are offered, the oldest first, and whether forgeries stand among them. */
  offered: fc.array(fc.boolean(), { maxLength: 40 }),
  forged: fc.boolean(),
})

test('whatever is offered in whatever order, a device only goes forward, and only along what the admins wrote', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(aStep, { minLength: 1, maxLength: STEPS_A_HISTORY }), async (steps) => {
      const honest = await new Honest().begin()
      const replica = new Replica()
      for (const { act, which, offered, forged } of steps) {
        if (act === 'list') await honest.writeList(which)
        if (act === 'rotate') await honest.rotate(which)
        const before = [replica.rootVer, replica.ver]
        const chosen = honest.documents.filter((_document, index) => offered[index] === true)
        replica.take(forged ? [...(await forgeriesOf(honest)), ...chosen] : chosen)
        expect(replica.rootVer).toBeGreaterThanOrEqual(before[0] ?? 0)
        expect(replica.ver).toBeGreaterThanOrEqual(before[1] ?? 0)
      }
      expect(replica.taken.filter((document) => !honest.documents.includes(document))).toEqual([])
      replica.take([...honest.documents, ...(await forgeriesOf(honest))].toReversed())
      expect([replica.rootVer, replica.ver]).toEqual([honest.root.ver, honest.list.ver])
    }),
    { numRuns: Math.ceil(STEPS / STEPS_A_HISTORY) },
  )
})

test('a stranger who writes a well-known supervisor into a list of his own is not believed; what that supervisor signed for is', async () => {
  const space = 'xz-00000000000000ff'
  const root = await signed(rootOf([stranger], space), stranger)
  const list = await signed(listOf(space, key(1).device), stranger)
  const held: HeldTrust = { root: null, list: null, pinned: [key(1).device] }
  expect(walkTrust([root, list], held)).toEqual({ roots: [], lists: [], forked: false })
  expect(walkTrust([root, list], held, new Set([sha256Of(list.bytes)]))).toEqual({ roots: [root], lists: [list], forked: false })
})

test('the next root needs the keys of the one before and its own; neither alone is enough', async () => {
  const first = rootOf([key(0)])
  const held: HeldTrust = { root: (await signed(first, key(0))).bytes, list: null, pinned: [] }
  const next = { ...rootOf([key(1)]), ver: 2, prev: sha256Of(held.root ?? '') }
  const [byOld, byNew] = [await signed(next, key(0)), await signed(next, key(1))]
  expect(walkTrust([byOld], held).roots).toEqual([])
  expect(walkTrust([byNew], held).roots).toEqual([])
  const both = { ...byOld, signatures: [...byOld.signatures, ...byNew.signatures] }
  expect(walkTrust([both], held).roots).toEqual([both])
  expect(walkTrust([{ ...both, bytes: `${both.bytes} ` }], held).roots).toEqual([])
})

test('another list of the version that is held is told and not followed, and only by who may write one', async () => {
  const root = await signed(rootOf([key(0)]), key(0))
  const [mine, other] = [listOf('xz-0123456789abcdef', key(0).device), listOf('xz-0123456789abcdef', key(1).device)]
  const held: HeldTrust = { root: root.bytes, list: (await signed(mine, key(0))).bytes, pinned: [] }
  expect(walkTrust([root, await signed(mine, key(0))], held)).toEqual({ roots: [], lists: [], forked: false })
  expect(walkTrust([root, await signed(other, key(0))], held)).toEqual({ roots: [], lists: [], forked: true })
  expect(walkTrust([root, await signed(other, stranger)], held)).toEqual({ roots: [], lists: [], forked: false })
})
