import { readdirSync, readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { openBundle } from '#electron/intake/open-bundle'
import { sha256Of } from '#electron/kernel/durable-file'
import { canonical } from '#shared/kernel/canonical'
import { aBundle, aDevice, aFolder, aLine, aPhoto, aQuarantine, type Device, type Sent } from './a-bundle.ts'
import { withBody, withHead, withLines } from './forge.ts'

/** What the addressee gets to see of a bundle: the faults, the refused lines, and how many lines were kept. */
async function seen(file: string, { to }: Sent): Promise<unknown> {
  const quarantine = aQuarantine()
  const verdict = await openBundle({ file, identity: to.box.identity, device: to.key.device, quarantine })
  if (!verdict.ok) return verdict.faults.map(({ code }) => code)
  const [batch] = verdict.value.batches
  if (batch !== undefined)
    return {
      refused: batch.refused.map(({ leaf: _leaf, ...rest }) => rest),
      kept: readFileSync(batch.lines, 'utf8').split('\n').length - 1,
    }
  expect(readdirSync(quarantine)).toEqual([])
  return verdict.value.refused.flatMap(({ faults }) => faults.map(({ code, part }) => `${code} ${part.split('/')[3] ?? ''}`))
}

const envelope = ({ from, to }: Sent, changes: object = {}): string =>
  canonical({ t: 'env', v: 1, ...from.stamp(), to: [from.key.device, to.key.device].sort(), ...changes })

const audit = (from: Device, changes: object): string => canonical({ t: 'audit', v: 1, ...from.stamp(), ev: 'note', data: {}, ...changes })

test('a line that another reader could understand differently is refused, and the others are kept', async () => {
  const sent = await aBundle()
  const { from } = sent
  const good = aLine(from)
  const twice = good.replace('"data":{', '"data":{"合格":1,"合格":2,')
  const lines = [
    envelope(sent),
    twice,
    ` ${good}`,
    good.replace('"v":1', '"v":1.0'),
    Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(good)]),
    good,
    'no json',
    '[]',
    '',
  ]
  expect(await seen(await withLines(sent, lines), sent)).toEqual({
    refused: [2, 3, 4, 5, 7, 8, 9].map((line) => ({ line, code: 'line.notCanonical', facts: { path: '' } })),
    kept: 2,
  })
})

test('a line that is not UTF-8 is refused', async () => {
  const sent = await aBundle()
  const broken = Buffer.from(aLine(sent.from, { text: 'XX' }).replace('XX', 'X\uffff'))
  const cut = Buffer.concat([broken.subarray(0, broken.indexOf(0xef)), Buffer.from([0xc3]), broken.subarray(broken.indexOf(0xef) + 3)])
  expect(await seen(await withLines(sent, [envelope(sent), cut]), sent)).toMatchObject({
    refused: [{ line: 2, code: 'line.notCanonical' }],
    kept: 1,
  })
})

test('a line of another device is refused: nobody brings the words of others as his own', async () => {
  const [sent, other] = [await aBundle(), await aDevice()]
  expect(await seen(await withLines(sent, [envelope(sent), aLine(other), aLine(sent.from)]), sent)).toEqual({
    refused: [{ line: 2, code: 'line.foreignDevice', facts: { device: other.key.device, path: '/dev' } }],
    kept: 2,
  })
})

test('a line without a field, with a field too many or of a wrong type is refused, and the field is named', async () => {
  const sent = await aBundle()
  const lines = [audit(sent.from, { ev: 5 }), audit(sent.from, { more: 1 }), audit(sent.from, { at: 'yesterday' })]
  expect(await seen(await withLines(sent, [envelope(sent), ...lines]), sent)).toEqual({
    refused: ['/ev', '', '/at'].map((path, i) => ({ line: i + 2, code: 'line.badShape', facts: { path } })),
    kept: 1,
  })
})

test('a line beyond the limits is refused: 256 KiB, a text of 64 KiB, 5,000 items, 500 members', async () => {
  const sent = await aBundle()
  const big = [
    { a: '大'.repeat(22_000) },
    { a: Array(5001).fill(0) },
    Object.fromEntries(Array.from({ length: 501 }, (_, i) => [`k${String(i)}`, i])),
  ]
  const lines = [
    ...big.map((data) => audit(sent.from, { data })),
    audit(sent.from, { data: { a: 'x'.repeat(300_000) } }),
    audit(sent.from, { data: { a: '大'.repeat(21_000) } }),
  ]
  expect(await seen(await withLines(sent, [envelope(sent), ...lines]), sent)).toEqual({
    refused: [2, 3, 4, 5].map((line) => ({ line, code: 'line.overLimit', facts: { path: '' } })),
    kept: 2,
  })
})

test('a line of a type or version from a newer app is kept for that app, and the others are taken; an envelope is not', async () => {
  for (const change of [{ t: 'snap' }, { v: 2 }]) {
    const sent = await aBundle()
    expect(await seen(await withLines(sent, [envelope(sent), audit(sent.from, change)]), sent)).toEqual({ refused: [], kept: 2 })
    expect(await seen(await withLines(sent, [envelope(sent, change), audit(sent.from, {})]), sent)).toEqual(['needsNewerApp b'])
  }
})

test('a body that unpacks to more than its head says is stopped there', async () => {
  const sent = await aBundle()
  const bomb = gzipSync(Buffer.alloc(200 * 1024 * 1024, '\n'))
  const before = process.memoryUsage().rss
  expect(await seen(await withBody(sent, bomb, { ptSize: 1000 }), sent)).toEqual(['tooBig b'])
  expect(process.memoryUsage().rss - before).toBeLessThan(150 * 1024 * 1024)
})

test('a body that is no gzip, or other lines than the head committed to, is damaged', async () => {
  const sent = await aBundle()
  expect(await seen(await withBody(sent, Buffer.from('no gzip'), {}), sent)).toEqual(['damaged b'])
  const other = await aBundle()
  const ndjson = Buffer.from(`${envelope(other)}\n`)
  const honest = { pt: sha256Of(ndjson), ptSize: ndjson.length, lines: 1 }
  expect(await seen(await withBody(other, gzipSync(ndjson), { ...honest, root: 'f'.repeat(64) }), other)).toEqual(['damaged b'])
})

test('a body without an envelope at its beginning, or with another audience than the head names, is refused', async () => {
  const changes: ((sent: Sent) => string[])[] = [
    (sent) => [aLine(sent.from), envelope(sent)],
    (sent) => [envelope(sent), envelope(sent)],
    (sent) => [envelope(sent, { to: [sent.to.key.device] })],
  ]
  for (const change of changes) {
    const sent = await aBundle()
    expect(await seen(await withLines(sent, change(sent)), sent)).toEqual(['badLine b'])
  }
})

const att = ({ from }: Sent, file: { sha256: string; size: number }, parts: readonly object[]): string =>
  canonical({ t: 'att', v: 1, ...from.stamp(), sha256: file.sha256, size: file.size, parts })

test('an attachment that is not the file its line names is refused', async () => {
  const photo = aPhoto(aFolder(), 1000)
  for (const lie of [{ sha256: 'f'.repeat(64) }, { size: 999 }]) {
    const sent = await aBundle({ attachments: [photo] })
    const file = await withLines(sent, [envelope(sent), att(sent, { ...photo, ...lie }, sent.batch.head.blobs)])
    expect(await seen(file, sent)).toEqual(['wrongHash a'])
  }
})

test('an attachment whose part the head does not commit to, or a part of no attachment, is refused', async () => {
  const photo = aPhoto(aFolder(), 1000)
  const sent = await aBundle({ attachments: [photo] })
  const [part] = sent.batch.head.blobs
  expect(await seen(await withLines(sent, [envelope(sent), att(sent, photo, [{ ...part, size: 1 }])]), sent)).toEqual(['missingObject a'])
  const idle = await aBundle({ attachments: [photo] })
  expect(await seen(await withLines(idle, [envelope(idle)]), idle)).toEqual(['foreignEntry a'])
})

test('an attachment after the first other line is refused, for readers count on the order', async () => {
  const photo = aPhoto(aFolder(), 1000)
  const sent = await aBundle({ attachments: [photo] })
  expect(await seen(await withLines(sent, [envelope(sent), aLine(sent.from), att(sent, photo, sent.batch.head.blobs)]), sent)).toEqual([
    'badLine b',
  ])
})

test('a head that names another key than it needs is not opened', async () => {
  const sent = await aBundle()
  const file = await withHead(sent, (head) => ({ ...head, aud: 'f'.repeat(64) }))
  expect(await seen(file, sent)).toEqual(['badLine b'])
})
