import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import canonicalize from 'canonicalize'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { loadSqlite } from '#db/kernel/sqlite'
import { listTravellingTrust } from '#db/profile/trust'
import { sniff } from '#electron/attachment/sniff'
import { parseHead, verifyHead } from '#electron/intake/verify-head'
import { verifyProof } from '#electron/intake/verify-proof'
import { countRecipients, decryptChunks, encryptBytes } from '#electron/kernel/age'
import { type BoxKey, newBoxKey } from '#electron/kernel/device-key'
import { keyInSignature, signerOf, signSsh } from '#electron/kernel/sshsig'
import { cardText, makeCard, readCard } from '#electron/profile/card'
import { walkTrust } from '#electron/profile/walk-trust'
import { inclusionPath, leafHash, merkleRoot } from '#electron/sync/merkle'
import { BATCH_NAMESPACE, headPath } from '#shared/kernel/batch-head'
import { canonical, type Json, parseCanonical } from '#shared/kernel/canonical'
import { checkLine } from '#shared/kernel/check-line'
import type { HeldTrust } from '#shared/profile/trust-documents'
import { aPair } from '../exchange/acquainted.ts'
import { aLineOf, DEVICE } from '../interop/arbitrary.ts'
import { aBundle, type Sent } from '../sync/a-bundle.ts'
import { aTwist, inTime, patience, runs, someChanges, twisted, withAll } from './mutation.ts'

let sent: Sent
let box: BoxKey
const folder = mkdtempSync(join(tmpdir(), 'xunzhi-fuzz-'))
beforeAll(async () => {
  sent = await aBundle()
  box = await newBoxKey()
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Canonical but for the limits: another implementation has none. */
const spelled = (value: Json): string => canonicalize(value) ?? ''

test('head: whatever its members say, it is read or refused, and only the signed bytes are the device’s', patience, async () => {
  const { head, headBytes, signature } = sent.batch
  const name = headPath(head)
  await fc.assert(
    fc.asyncProperty(fc.array(aTwist, { minLength: 1, maxLength: 2 }), async (twists) => {
      const other = twists.reduce<Json>(twisted, JSON.parse(canonical(head)) as Json)
      const bytes = Buffer.from(`${spelled(other)}\n`)
      const verdict = await inTime(() => verifyHead(name, bytes, signature))
      expect(verdict.ok).toBe(bytes.equals(headBytes))
      await inTime(() => parseHead(name, bytes))
    }),
    runs(400),
  )
  await fc.assert(
    fc.asyncProperty(someChanges, async (changes) => {
      const bytes = withAll(Buffer.from(headBytes), changes)
      const verdict = await inTime(() => verifyHead(name, bytes, signature))
      expect(verdict.ok).toBe(bytes.equals(headBytes))
    }),
    runs(400),
  )
})

const armoured = (blob: Buffer): string =>
  `-----BEGIN SSH SIGNATURE-----\n${blob.toString('base64').replace(/.{70}/g, '$&\n').replace(/\n$/, '')}\n-----END SSH SIGNATURE-----\n`

test('SSHSIG: a signature changed anywhere, armour or fields, is nobody’s', patience, async () => {
  const message = Buffer.from('{"seq":1}\n')
  const { key } = sent.from
  const text = await signSsh(key, BATCH_NAMESPACE, message)
  const blob = Buffer.from(text.split('\n').slice(1, -2).join(''), 'base64')
  expect(signerOf(armoured(blob), BATCH_NAMESPACE, message)).toBe(key.publicKey)
  await fc.assert(
    fc.asyncProperty(someChanges, fc.boolean(), async (changes, inside) => {
      const other = inside ? armoured(withAll(blob, changes)) : withAll(Buffer.from(text), changes).toString('latin1')
      const signer = await inTime(() => signerOf(other, BATCH_NAMESPACE, message))
      expect(signer).toBe(other === text ? key.publicKey : null)
      keyInSignature(other)
    }),
    runs(1000),
  )
})

/** The plaintext; null when it is refused with an error, as any reader of foreign bytes should. */
async function decrypted(object: Buffer): Promise<Buffer | null> {
  const parts: Uint8Array[] = []
  try {
    for await (const part of decryptChunks(box.identity, [object])) parts.push(part)
    return Buffer.concat(parts)
  } catch {
    return null
  }
}

test('age: a changed header or payload gives the plaintext or nothing', patience, async () => {
  const plain = Buffer.alloc(70_000, '巡质')
  const object = Buffer.from(await encryptBytes([box.recipient], plain))
  const header = object.indexOf('\n--- ') + 50
  const rows = object.subarray(0, header).toString('latin1').split('\n')
  await fc.assert(
    fc.asyncProperty(someChanges, fc.boolean(), async (changes, inHeader) => {
      const other = inHeader
        ? Buffer.concat([withAll(object.subarray(0, header), changes), object.subarray(header)])
        : withAll(object, changes)
      const opened = await inTime(() => decrypted(other))
      expect(opened === null || opened.equals(plain)).toBe(true)
      countRecipients(other)
    }),
    runs(150),
  )
  const stanzas = fc.array(fc.constantFrom(...rows, '-> X25519 AAAA', '-> scrypt AAAAAAAAAAAAAAAAAAAAAA 30', '-> x', '', 'AAAA'), {
    maxLength: 30,
  })
  await fc.assert(
    fc.asyncProperty(stanzas, async (all) => {
      const text = ['age-encryption.org/v1', ...all, '--- AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA', ''].join('\n')
      expect(await inTime(() => decrypted(Buffer.concat([Buffer.from(text), object.subarray(header)])))).toBeNull()
    }),
    runs(150),
  )
})

type Seen = readonly (readonly [key: string, value: unknown])[]
const isPlain = (key: string): boolean => key !== '' && !/["\\[\].]/.test(key)

/** The simple members of an object as JSON.parse reads them, and as SQLite does. */
function twoReaders(text: string, read: Json, extract: (text: string, path: string) => unknown): readonly [Seen, Seen] {
  const members = read !== null && typeof read === 'object' && !Array.isArray(read) ? Object.entries(read) : []
  const simple = members.filter(([key, member]) => isPlain(key) && typeof member !== 'object')
  return [
    simple.map(([key, member]) => [key, typeof member === 'boolean' ? Number(member) : member]),
    simple.map(([key]) => [key, extract(text, `$."${key}"`)]),
  ]
}

test('canonical JSON: what we accept, another RFC 8785 implementation and SQLite read the same', patience, async () => {
  const database = loadSqlite().open(':memory:')
  const statement = database.prepare('SELECT json_extract(?, ?)').pluck()
  const seed = fc.oneof(
    aLineOf,
    fc.json({ depthSize: 'small' }).map((text) => JSON.parse(text) as object),
  )
  let read = 0
  await fc.assert(
    fc.asyncProperty(seed, fc.array(aTwist, { maxLength: 2 }), fc.option(someChanges), async (value, twists, changes) => {
      const written = Buffer.from(spelled(twists.reduce<Json>(twisted, value as Json)))
      const text = (changes === null ? written : withAll(written, changes)).toString('utf8')
      const ours = await inTime(() => parseCanonical(text))
      if (ours === undefined) return
      read += 1
      expect(canonicalize(JSON.parse(text) as Json)).toBe(text)
      expect(canonical(ours)).toBe(text)
      const [javascript, sqlite] = twoReaders(text, ours, (...all) => statement.get(...all))
      expect(sqlite).toEqual(javascript)
    }),
    runs(1500),
  )
  database.close()
  expect(read).toBeGreaterThan(50)
})

test('line: whatever its members say, it is taken as it is spelled, or refused', patience, async () => {
  await fc.assert(
    fc.asyncProperty(aLineOf, fc.array(aTwist, { minLength: 1, maxLength: 3 }), async (line, twists) => {
      const text = spelled(twists.reduce<Json>(twisted, JSON.parse(canonical(line)) as Json))
      const checked = await inTime(() => checkLine(text, DEVICE))
      expect(checked.ok ? canonical(checked.value) : text).toBe(text)
    }),
    runs(1500),
  )
})

test('card: whatever it says, only what its device signed is a card', patience, async () => {
  const { key } = sent.from
  const card = await makeCard(
    {
      type: 'inspect-trust/card',
      v: 1,
      device: key.device,
      sign: key.publicKey,
      box: box.recipient,
      name: '李芳',
      role: 'inspector',
      region: '500103',
      org: '',
      created: '2026-11-22T10:00:00+08:00',
    },
    key,
  )
  expect(readCard(cardText(card)).ok).toBe(true)
  await fc.assert(
    fc.asyncProperty(fc.array(aTwist, { minLength: 1, maxLength: 2 }), fc.option(someChanges), async (twists, changes) => {
      const other = twists.reduce<Json>(twisted, JSON.parse(JSON.stringify(card)) as Json)
      const text = changes === null ? JSON.stringify(other) : withAll(Buffer.from(cardText(card)), changes).toString('utf8')
      const read = await inTime(() => readCard(text))
      expect(read.ok ? read.value : card).toEqual(card)
    }),
    runs(500),
  )
})

test('proof: whatever it says, it shows what was signed or nothing', patience, async () => {
  const { head, headBytes, signature } = sent.batch
  const { key } = sent.from
  const rid = '019a0000-0000-7000-8000-000000000000'
  const revision = canonical({
    t: 'rev',
    v: 1,
    ...sent.from.stamp(),
    rid,
    kind: 'note',
    sch: 1,
    par: [],
    op: 'submit',
    w: [],
    doc: { a: 1 },
    att: [],
  })
  const leaves = [leafHash('{}'), leafHash(revision), leafHash('[]')]
  const bytes = Buffer.from(`${canonical({ ...head, body: { ...head.body, lines: 3, root: merkleRoot(leaves).toString('hex') } })}\n`)
  expect(bytes.equals(Buffer.from(headBytes))).toBe(false)
  expect(signature).not.toBe('')
  const proof = {
    type: 'inspect-batch/proof',
    v: 1,
    record: rid,
    batches: [{ head: bytes.toString(), sig: await signSsh(key, BATCH_NAMESPACE, bytes), key: key.publicKey }],
    lines: [{ line: revision, batch: 0, index: 1, path: inclusionPath(leaves, 1).map((hash) => hash.toString('hex')) }],
  }
  const file = join(folder, 'proof.json')
  const verdictOf = async (text: string | Buffer): Promise<boolean> => {
    writeFileSync(file, text)
    return (await inTime(() => verifyProof(file))).ok
  }
  const honest = `${canonical(proof)}\n`
  expect(await verdictOf(honest)).toBe(true)
  await fc.assert(
    fc.asyncProperty(fc.array(aTwist, { minLength: 1, maxLength: 2 }), fc.option(someChanges), async (twists, changes) => {
      const text =
        changes === null ? `${spelled(twists.reduce<Json>(twisted, proof))}\n` : withAll(Buffer.from(honest), changes).toString('utf8')
      expect(await verdictOf(text)).toBe(text === honest)
    }),
    runs(500),
  )
})

test('trust list: whatever is offered, only what the keepers of the held root signed is taken', patience, async () => {
  const { supervisor } = await aPair()
  const genuine = listTravellingTrust(supervisor.world.db)
  const root = genuine.find(({ kind }) => kind === 'root')?.bytes ?? ''
  const { device } = supervisor.world.self
  const known = new Set(genuine.map(({ bytes }) => bytes))
  const holdings = fc.constantFrom<HeldTrust[]>({ root, list: null, pinned: [] }, { root: null, list: null, pinned: [device] })
  expect(walkTrust(genuine, { root, list: null, pinned: [] }).lists).toHaveLength(1)
  const aDocument = fc.record({
    which: fc.nat(genuine.length - 1),
    twists: fc.array(aTwist, { maxLength: 2 }),
    changes: fc.option(someChanges),
    swap: fc.boolean(),
  })
  await fc.assert(
    fc.asyncProperty(fc.array(aDocument, { maxLength: 4 }), holdings, async (acts, held) => {
      const offered = acts.flatMap(({ which, twists, changes, swap }) => {
        const one = genuine[which]
        if (one === undefined) return []
        const content = twists.reduce<Json>(twisted, JSON.parse(one.bytes) as Json)
        const bytes = changes === null ? `${spelled(content)}\n` : withAll(Buffer.from(one.bytes), changes).toString('utf8')
        return [{ ...one, bytes, signatures: swap ? (genuine.at(-1 - which)?.signatures ?? []) : one.signatures }]
      })
      const { roots, lists } = await inTime(() => walkTrust(offered, held))
      expect([...roots, ...lists].filter(({ bytes }) => !known.has(bytes))).toEqual([])
    }),
    runs(300),
  )
})

test('picture: the first bytes of any file are judged without a fault', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
      expect(sniff(bytes)).toMatch(/^(image\/(jpeg|png|gif|webp)|application\/(pdf|octet-stream))$/)
    }),
    runs(500),
  )
})
