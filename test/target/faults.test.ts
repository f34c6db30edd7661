import { describe, expect, onTestFinished, test } from 'vitest'
import { headPath } from '#shared/kernel/batch-head'
import type { TargetSettings } from '#shared/target/target-contract'
import { type FaultProxy, type Rule, startFaultProxy } from '../engines/fault-proxy.ts'
import { EPOCH } from '../sync/a-bundle.ts'
import { aStream, fetchFrom, lies, publishTo, type Stream } from './a-courier.ts'
import { aStorage, BUCKET, type Quirks, type StorageServer } from './storage-server.ts'

interface Place {
  readonly settings: TargetSettings
  readonly storage: StorageServer
  readonly proxy: FaultProxy
}

type Dialect = 'webdav' | 's3'

const settingsFor = (dialect: Dialect, url: string): TargetSettings =>
  dialect === 'webdav'
    ? { kind: 'webdav', name: 't', url, user: 'u' }
    : { kind: 's3', name: 't', endpoint: url, region: 'us-east-1', bucket: BUCKET, prefix: '', accessKey: 'k', pathStyle: true }

/** A storage with a line to it that can be made bad. */
async function aPlace(dialect: Dialect, quirks: Quirks = {}): Promise<Place> {
  const storage = await aStorage(quirks)
  const proxy = await startFaultProxy(storage.url)
  onTestFinished(proxy.close)
  return { settings: settingsFor(dialect, proxy.url), storage, proxy }
}

const heads = ({ batches }: Stream): string[] => batches.map(({ head }) => head)

const ALL = 'everything went over and came back, byte for byte'

/** Publishes and fetches again; answers `ALL`, or what went otherwise. */
async function wayOf(place: Place, stream: Stream): Promise<string> {
  const { published, trouble } = await publishTo(place.settings, stream)
  const { fetched, unsettled, trouble: later, folder } = await fetchFrom(place.settings, stream)
  const whole = [published, fetched.map(({ head }) => head)].every((some) => some.join() === heads(stream).join())
  return whole && lies(folder, stream) ? ALL : JSON.stringify({ published, trouble, fetched, unsettled, later })
}

const once = (fault: Rule['fault'], more: Omit<Rule, 'fault'> = {}): Rule => ({ fault, oncePerPath: true, ...more })
const PARTS = /\/[kbah]\//

/** What passes by itself: each hits every file once, in every exchange of it. */
const PASSING: Readonly<Record<string, readonly Rule[]>> = {
  'a server that is too busy': [once({ kind: 'status', code: 503 })],
  'a server that asks to wait a second': [
    once({ kind: 'status', code: 429, headers: { 'retry-after': '1' } }, { path: /\.json$/, times: 1 }),
  ],
  'a line that breaks before the server hears': [once({ kind: 'reset' })],
  'a line that breaks in the middle of sending': [once({ kind: 'cutRequest', bytes: 300 }, { method: 'PUT' })],
  'an answer that is lost after the server did it': [
    once({ kind: 'loseResponse' }, { method: 'PUT' }),
    once({ kind: 'loseResponse' }, { method: 'MOVE' }),
  ],
  'a line that breaks in the middle of reading': [once({ kind: 'cutResponse', bytes: 100 }, { method: 'GET', path: PARTS })],
  'a proxy that cuts what it passes on': [once({ kind: 'short', bytes: 100 }, { method: 'GET', path: /\/[kba]\/.*age$/ })],
  'a line that flips a bit on the way back': [once({ kind: 'corrupt', at: 50 }, { method: 'GET', path: /\/[kba]\/.*age$/ })],
  'a server that hangs': [once({ kind: 'hang' }, { method: 'PUT', times: 3 })],
  'a line that drips': [once({ kind: 'drip', bytes: 1, everyMs: 40 }, { method: 'GET', path: /\/b\/.*age$/, times: 2 })],
}

/** What storages do differently from each other, and what nothing here rests on. */
const HARMLESS: Readonly<Record<string, Quirks>> = {
  'looks at no condition': { condition: 'ignored' },
  'shows new files late': { shyLooks: 1 },
  'folds upper and lower case': { foldsCase: true },
  'knows no ranges': { noRanges: true },
  'has another time': { clock: -3 * 3600 },
}

/** What a person must mend. */
const LASTING: Readonly<Record<string, { readonly rules: readonly Rule[]; readonly kind: string; readonly reason: string }>> = {
  'a server that is always too busy': { rules: [{ fault: { kind: 'status', code: 503 } }], kind: 'unreachable', reason: 'HTTP 503' },
  'a server that asks to come back in an hour': {
    rules: [{ fault: { kind: 'status', code: 503, headers: { 'retry-after': '3600' } } }],
    kind: 'unreachable',
    reason: 'HTTP 503',
  },
  'a server that never answers': { rules: [{ fault: { kind: 'hang' } }], kind: 'unreachable', reason: 'ETIMEDOUT' },
  'a line that always breaks': { rules: [{ fault: { kind: 'reset' } }], kind: 'unreachable', reason: 'ECONNRESET' },
  'a line that always drips': {
    rules: [{ fault: { kind: 'drip', bytes: 1, everyMs: 40 } }],
    kind: 'unreachable',
    reason: 'ETIMEDOUT',
  },
  'a wrong password': { rules: [{ fault: { kind: 'status', code: 401 } }], kind: 'signIn', reason: 'HTTP 401' },
  'a page to sign in on': {
    rules: [{ fault: { kind: 'status', code: 200, headers: { 'content-type': 'text/html' }, body: '<html><body>password</body></html>' } }],
    kind: 'notAStorage',
    reason: 'text/html',
  },
  'an address that has moved': {
    rules: [{ fault: { kind: 'status', code: 302, headers: { location: 'https://portal.example.invalid/' } } }],
    kind: 'notAStorage',
    reason: 'HTTP 302 https://portal.example.invalid/',
  },
}

const DIALECTS = ['webdav', 's3'] as const

describe.each(DIALECTS)('%s: the line and the server', (dialect) => {
  test.each(Object.entries(PASSING))('%s costs a retry, and everything goes over', async (_what, rules) => {
    const place = await aPlace(dialect)
    place.proxy.rules(rules)
    expect(await wayOf(place, await aStream())).toBe(ALL)
    expect(place.proxy.log.some(({ fault }) => fault !== null)).toBe(true)
  })

  test.each(Object.entries(HARMLESS))('a storage that %s is used all the same', async (_what, quirks) => {
    expect(await wayOf(await aPlace(dialect, quirks), await aStream())).toBe(ALL)
  })

  test.each(Object.entries(LASTING))(
    '%s is told, nothing is believed sent, and the next exchange goes on',
    async (_what, { rules, kind, reason }) => {
      const place = await aPlace(dialect)
      const [stream, before] = [await aStream(), await aStream(1)]
      await publishTo(place.settings, before)
      place.proxy.rules(rules)
      expect(await publishTo(place.settings, stream)).toMatchObject({ published: [], trouble: { kind, reason } })
      expect(await fetchFrom(place.settings, before)).toMatchObject({ fetched: [], trouble: { kind, reason } })
      place.proxy.rules([])
      expect(await wayOf(place, stream)).toBe(ALL)
    },
  )

  test('a full storage is told; what is on it is not sent again when there is room', async () => {
    const place = await aPlace(dialect, { room: 30_000 })
    const stream = await aStream()
    expect(await publishTo(place.settings, stream)).toMatchObject({ published: heads(stream).slice(0, 1), trouble: { kind: 'full' } })
    const before = [...place.storage.files.keys()].filter((path) => PARTS.test(path))
    place.storage.quirks.room = 1_000_000
    place.storage.log.length = 0
    expect(await wayOf(place, stream)).toBe(ALL)
    expect(place.storage.log.filter((entry) => entry.startsWith('PUT') && before.some((path) => entry.endsWith(path)))).toEqual([])
  })

  test('the clock of the storage is told, and decides nothing', async () => {
    const place = await aPlace(dialect, { clock: 3 * 3600 })
    const { clockOffset } = await publishTo(place.settings, await aStream())
    expect(Math.abs((clockOffset ?? 0) + 3 * 3600)).toBeLessThan(5)
  })
})

describe.each(DIALECTS)('%s: what is missing, or late', (dialect) => {
  test('a batch whose parts have not all arrived is unsettled; later ones come in, and it follows', async () => {
    const place = await aPlace(dialect)
    const stream = await aStream(3)
    await publishTo(place.settings, stream)
    const path = [...place.storage.files.keys()].find((name) => name.endsWith(stream.batches[1]?.files[0]?.name ?? '?')) ?? ''
    const bytes = place.storage.files.get(path) ?? Buffer.alloc(0)
    place.storage.files.delete(path)
    const part = stream.batches[1]?.files[0]?.name
    const first = await fetchFrom(place.settings, stream)
    expect(first.fetched.map(({ seq }) => seq)).toEqual([1, 3])
    expect(first.unsettled).toEqual([{ device: stream.device, epoch: EPOCH, seq: 2, part, code: 'missing' }])
    place.storage.files.set(path, bytes.subarray(0, 500))
    expect((await fetchFrom(place.settings, stream)).unsettled).toMatchObject([{ seq: 2, part, code: 'wrong' }])
    place.storage.files.set(path, bytes)
    const { folder } = first
    expect((await fetchFrom(place.settings, stream, { folder })).unsettled).toEqual([])
    expect(lies(folder, stream)).toBe(true)
  })

  test('a hole in a stream is named, and what is behind it comes in', async () => {
    const place = await aPlace(dialect)
    const stream = await aStream(3)
    await publishTo(place.settings, stream)
    const head = headPath({ device: stream.device, epoch: EPOCH, seq: 2 })
    place.storage.files.delete(head)
    const { fetched, unsettled } = await fetchFrom(place.settings, stream)
    expect(fetched.map(({ seq }) => seq)).toEqual([1, 3])
    expect(unsettled).toEqual([{ device: stream.device, epoch: EPOCH, seq: 2, part: head, code: 'missing' }])
  })

  test('a listing of yesterday only delays what is new', async () => {
    const place = await aPlace(dialect)
    const [one, other] = [await aStream(1), await aStream(1)]
    await publishTo(place.settings, one)
    place.storage.quirks.oldLists = true
    await publishTo(place.settings, other)
    const early = await fetchFrom(place.settings, other, { wanted: null })
    expect(early).toMatchObject({ trouble: null, unsettled: [] })
    place.storage.quirks.oldLists = false
    expect((await fetchFrom(place.settings, other, { wanted: null })).fetched.map(({ device }) => device).toSorted()).toEqual(
      [one.device, other.device].toSorted(),
    )
  })
})

describe.each(DIALECTS)('%s: what somebody else did to it', (dialect) => {
  test('an emptied storage is noticed, and nothing here is deleted for it', async () => {
    const place = await aPlace(dialect)
    const stream = await aStream(2)
    await publishTo(place.settings, stream)
    place.storage.files.clear()
    const known = stream.batches.map(({ epoch, seq }) => ({ epoch, seq }))
    expect(await publishTo(place.settings, { ...stream, batches: [] }, known)).toMatchObject({ gone: known })
    expect(await wayOf(place, stream)).toBe(ALL)
  })

  test('another batch at a position of this device stops it before anything is sent', async () => {
    const place = await aPlace(dialect)
    const stream = await aStream(2)
    const part = headPath({ device: stream.device, epoch: EPOCH, seq: 2 })
    place.storage.files.set(part, Buffer.from('{"by":"somebody else"}\n'))
    expect(await publishTo(place.settings, stream)).toMatchObject({
      published: heads(stream).slice(0, 1),
      trouble: { kind: 'otherSelf', part },
    })
    expect(place.storage.files.get(part)?.toString()).toBe('{"by":"somebody else"}\n')
    const ahead = headPath({ device: stream.device, epoch: EPOCH, seq: 3 })
    place.storage.files.delete(part)
    place.storage.files.set(ahead, Buffer.from('{}\n'))
    expect(await publishTo(place.settings, stream)).toMatchObject({ published: [], trouble: { kind: 'otherSelf', part: ahead } })
  })

  test('a file of ours that was altered is told and not written over', async () => {
    const place = await aPlace(dialect)
    const stream = await aStream(1)
    await publishTo(place.settings, stream)
    const part = stream.batches[0]?.files[0]?.name ?? ''
    const path = [...place.storage.files.keys()].find((name) => name.endsWith(part)) ?? ''
    place.storage.files.set(path, Buffer.from('altered'))
    expect(await publishTo(place.settings, stream)).toMatchObject({ published: [], trouble: { kind: 'differs', part } })
    expect(place.storage.files.get(path)?.toString()).toBe('altered')
  })

  test('the storage of another organisation is left alone', async () => {
    const place = await aPlace(dialect)
    place.storage.files.set('format.json', Buffer.from('{"format":"inspect-sync","space":"xz-other","v":1}\n'))
    const stream = await aStream(1)
    expect(await publishTo(place.settings, stream)).toMatchObject({ published: [], trouble: { kind: 'otherSpace', space: 'xz-other' } })
    expect(await fetchFrom(place.settings, stream)).toMatchObject({ fetched: [], trouble: { kind: 'otherSpace', space: 'xz-other' } })
    expect([...place.storage.files.keys()]).toEqual(['format.json'])
  })
})

test('a storage that turns conditions round, or knows none, is used without them', async () => {
  expect(await wayOf(await aPlace('s3', { condition: 'inverted' }), await aStream())).toBe(ALL)
  expect(await wayOf(await aPlace('s3', { condition: 'unknown' }), await aStream())).toBe(ALL)
})

test('a server that keeps half a file and says that all is well never has one of ours under its name', async () => {
  const place = await aPlace('webdav', { cutsAt: 400 })
  const stream = await aStream(1)
  expect(await publishTo(place.settings, stream)).toMatchObject({ published: [], trouble: { kind: 'unreachable' } })
  expect([...place.storage.files.keys()].filter((path) => PARTS.test(path))).toEqual([])
  delete place.storage.quirks.cutsAt
  expect(await wayOf(place, stream)).toBe(ALL)
})

test('a bit that flips on its way to a server without TLS is found before the file has its name', async () => {
  const place = await aPlace('webdav')
  place.proxy.rules([{ fault: { kind: 'corruptRequest', at: 20 }, method: 'PUT', times: 2 }])
  expect(await wayOf(place, await aStream())).toBe(ALL)
})
