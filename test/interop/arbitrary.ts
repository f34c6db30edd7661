import fc from 'fast-check'
import { type BatchHead, LIMITS } from '#shared/kernel/batch-head'
import { Operation } from '#shared/kernel/line'

/** Whatever an honest device may write, as far as the schemas allow: for properties of every head and every line. */
export const DEVICE = 'abcdefghijklmnopqrstuvwxyz'

const hexOf = (bytes: number) => fc.uint8Array({ minLength: bytes, maxLength: bytes }).map((all) => Buffer.from(all).toString('hex'))
const hash = hexOf(32)
const epoch = hexOf(8)
const device = fc.constantFrom(DEVICE, '2345672345672345672345672a')
const seq = fc.integer({ min: 1, max: 9_999_999_999 })
const text = (max: number, min = 0) =>
  fc.string({ unit: 'binary', maxLength: Math.floor(max / 2) - 1 }).map((value) => value.replaceAll('\0', '').padEnd(min, '巡'))
const size = fc.nat(LIMITS.partBytes)
const stored = fc.record({ ct: hash, size: size.map((bytes) => bytes + 1) })
const at = fc.constantFrom('2026-11-22T10:00:00+08:00', '1999-01-01T00:00:00Z', '2026-02-28T23:59:59.123-11:30')
const rid = fc.uuid({ version: 7 })
const few = { maxLength: 4 }

export const aHead: fc.Arbitrary<BatchHead> = fc.record(
  {
    type: fc.constant('inspect-batch/head' as const),
    v: fc.constant(1 as const),
    space: fc.stringMatching(/^[A-Za-z0-9._-]{0,64}$/),
    device,
    epoch,
    seq,
    prev: hash,
    forkOf: fc.record({ epoch, seq, head: hash, reason: fc.constantFrom('restore', 'clone', 'reinstall', 'rekey') }),
    created: at,
    app: fc.record({ ver: text(40), build: text(80), os: text(80) }),
    trust: fc.record({ ver: fc.nat(), hash }),
    seen: fc.array(fc.record({ device, epoch, seq, head: hash }), few),
    journal: fc.record({ from: fc.nat(), to: fc.nat(), chain: hash }),
    aud: hash,
    keys: fc.array(stored, { minLength: 1, maxLength: 4 }),
    body: fc.record({
      ct: hash,
      size: fc.constant(300),
      pt: hash,
      ptSize: fc.constant(300),
      enc: fc.constant('gzip' as const),
      lines: fc.constant(3),
      root: hash,
    }),
    blobs: fc.array(stored, few),
    min: fc.constant(1),
    crit: fc.constant([]),
  },
  {
    requiredKeys: [
      'type',
      'v',
      'space',
      'device',
      'epoch',
      'seq',
      'prev',
      'created',
      'app',
      'trust',
      'seen',
      'journal',
      'aud',
      'keys',
      'body',
      'blobs',
      'min',
      'crit',
    ],
  },
)

const common = {
  v: fc.constant(1 as const),
  dev: fc.constant(DEVICE),
  n: fc.stringMatching(/^[A-Za-z0-9_-]{22}$/),
  at,
  by: text(100, 1),
}
const t = <const T extends string>(type: T) => fc.constant(type)

/** A document: any JSON but floats, as deep as a line allows. */
const { value } = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 5 },
    fc.constant(null),
    fc.boolean(),
    fc.maxSafeInteger(),
    text(200),
    fc.array(tie('value'), few),
    fc.dictionary(
      text(40).filter((key) => key !== '__proto__'),
      tie('value'),
      { maxKeys: 4, noNullPrototype: true },
    ),
  ),
}))
const doc = fc.dictionary(
  text(40).filter((key) => key !== '__proto__'),
  value,
  { maxKeys: 5, noNullPrototype: true },
)
const file = fc.record({ id: rid, sha256: hash, size, mime: text(100), name: text(200, 1), addedAt: at })

export const aLineOf: fc.Arbitrary<object> = fc.oneof(
  fc.record({ t: t('env'), ...common, to: fc.array(text(80), { minLength: 1, maxLength: 4 }) }),
  fc.record({ t: t('att'), ...common, sha256: hash, size, parts: fc.array(stored, few) }),
  fc.record({
    t: t('rev'),
    ...common,
    rid,
    kind: text(40),
    sch: seq,
    par: fc.array(hash, few),
    op: fc.constantFrom(...Operation.options),
    w: fc.array(text(200), few),
    doc,
    att: fc.array(file, few),
  }),
  fc.record({
    t: t('decision'),
    ...common,
    target: hash,
    act: fc.constantFrom('exclude', 'include'),
    par: fc.array(hash, few),
    why: text(2000),
  }),
  fc.record({ t: t('receipt'), ...common, device, epoch, seq, head: hash, result: fc.constantFrom('imported', 'quarantined') }),
  fc.record({ t: t('audit'), ...common, ev: text(60), data: doc }),
)
