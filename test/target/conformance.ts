import { createHash, randomBytes } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import type { Chunks } from '#electron/kernel/durable-file'
import type { Facts, ProbedTarget } from '#electron/target/target'

export const factsOf = (bytes: Uint8Array): Facts => ({ size: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') })

export async function all(chunks: AsyncIterable<Uint8Array> | null): Promise<Buffer | null> {
  if (chunks === null) return null
  const parts: Uint8Array[] = []
  for await (const chunk of chunks) parts.push(chunk)
  return Buffer.concat(parts)
}

export const put = (target: ProbedTarget, path: string, bytes: Uint8Array): Promise<string> =>
  target.putNew(path, () => [bytes], factsOf(bytes))

async function* inPieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

const names = async (target: ProbedTarget, folder: string, after?: string): Promise<string[]> =>
  (await target.list(folder, after)).map(({ name, folder: isFolder }) => `${name}${isFolder ? '/' : ''}`)

/** A place of its own in a storage that other tests use as well. */
const aPlace = (): string => `s/${randomBytes(13).toString('hex')}/0123456789abcdef`

type Open = () => ProbedTarget | Promise<ProbedTarget>

function keepsFiles(open: Open): void {
  test('a new file is created and read back; the same again is the same; other bytes never take its place', async () => {
    const target = await open()
    const path = `${aPlace()}/h/0000000001.json`
    const bytes = Buffer.from('{"seq":1}\n')
    expect(await target.stat(path)).toBeNull()
    expect(await target.get(path).then(all)).toBeNull()
    expect(await put(target, path, bytes)).toBe('created')
    expect(await put(target, path, bytes)).toBe('same')
    expect(await put(target, path, Buffer.from('{"seq":2}\n'))).toBe('different')
    expect(await put(target, path, Buffer.from('longer than what is there'))).toBe('different')
    expect(await target.get(path).then(all)).toEqual(bytes)
    expect(await target.stat(path)).toEqual({ size: bytes.length })
  })

  test('a part of 8 MiB comes back whole, and any range of it', async () => {
    const target = await open()
    const path = `${aPlace()}/a/ab/${'ab'.repeat(32)}.age`
    const bytes = randomBytes(8 * 1024 * 1024 + 321)
    expect(await target.putNew(path, (): Chunks => inPieces(bytes, 100_000), factsOf(bytes))).toBe('created')
    expect(factsOf((await target.get(path).then(all)) ?? Buffer.alloc(0))).toEqual(factsOf(bytes))
    expect(await target.get(path, { from: 5_000_000, to: 5_000_099 }).then(all)).toEqual(bytes.subarray(5_000_000, 5_000_100))
    expect(await target.putNew(path, (): Chunks => inPieces(bytes, 100_000), factsOf(bytes))).toBe('same')
  })
}

function keepsNames(open: Open): void {
  test('a folder is listed one level deep, in order, from a name on; one that is not there is empty', async () => {
    const target = await open()
    const place = aPlace()
    for (const seq of [3, 1, 2, 10]) await put(target, `${place}/h/${String(seq).padStart(10, '0')}.json`, Buffer.from(`${String(seq)}\n`))
    await put(target, `${place}/k/${'0'.repeat(64)}.age`, Buffer.from('k'))
    expect(await names(target, place)).toEqual(['h/', 'k/'])
    expect(await names(target, `${place}/h`)).toEqual(['0000000001.json', '0000000002.json', '0000000003.json', '0000000010.json'])
    expect(await names(target, `${place}/h`, '0000000002.json')).toEqual(['0000000003.json', '0000000010.json'])
    expect(await names(target, `${place}/b`)).toEqual([])
  })

  test('many write side by side, each under its own name, and nothing but these names is left', async () => {
    const target = await open()
    const place = aPlace()
    const files = Array.from({ length: 12 }, (_, index) => ({
      path: `${place}/b/${String(index).padStart(64, '0')}.age`,
      bytes: randomBytes(2000 + index),
    }))
    expect(await Promise.all(files.map(({ path, bytes }) => put(target, path, bytes)))).toEqual(files.map(() => 'created'))
    for (const { path, bytes } of files) expect(await target.get(path).then(all)).toEqual(bytes)
    expect(await names(target, `${place}/b`)).toEqual(files.map(({ path }) => path.slice(`${place}/b/`.length)))
  })

  test('a source that breaks leaves nothing under the name, and the next try is a new one', async () => {
    const target = await open()
    const path = `${aPlace()}/b/${'1'.repeat(64)}.age`
    const bytes = randomBytes(300_000)
    async function* broken(): AsyncGenerator<Uint8Array> {
      yield bytes.subarray(0, 100_000)
      throw Object.assign(new Error('the disk decays'), { code: 'EIO' })
    }
    await expect(target.putNew(path, broken, factsOf(bytes))).rejects.toThrow(/disk decays|EIO|ECONNRESET/)
    expect(await target.stat(path)).toBeNull()
    expect(await put(target, path, bytes)).toBe('created')
    expect(await target.get(path).then(all)).toEqual(bytes)
  })
}

/** What every storage must do behind its adapter, whatever it does in front of it. */
export function conforms(what: string, open: Open, { skip = false } = {}): void {
  describe.skipIf(skip)(`${what} as a target`, () => {
    keepsFiles(open)
    keepsNames(open)
  })
}
