import { randomBytes } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { countRecipients, decryptChunks, encryptBytes, encryptChunks } from '#electron/kernel/age'
import { newBoxKey } from '#electron/kernel/device-key'
import { aFolder } from './a-bundle.ts'
import { has, run } from './tools.ts'

const plain = randomBytes(200_000) // more than three of age's chunks of 64 KiB

async function collected(chunks: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const all: Uint8Array[] = []
  for await (const chunk of chunks) all.push(chunk)
  return Buffer.concat(all)
}

describe.runIf(has('age', '--version'))('with the age command', () => {
  test('it opens what a device encrypted', async () => {
    const box = await newBoxKey()
    const [identity, file] = [join(aFolder(), 'id'), join(aFolder(), 'file.age')]
    writeFileSync(identity, `${box.identity}\n`)
    writeFileSync(file, await collected(encryptChunks([box.recipient], [plain.subarray(0, 70_000), plain.subarray(70_000)])))
    expect(run('age', ['-d', '-i', identity, file]).equals(plain)).toBe(true)
    expect(run('age-keygen', ['-y', identity]).toString().trim()).toBe(box.recipient)
  })

  test('a device opens what it encrypted', async () => {
    const folder = aFolder()
    const [identity, file, encrypted] = [join(folder, 'id'), join(folder, 'file'), join(folder, 'file.age')]
    run('age-keygen', ['-o', identity])
    const [recipient, secret] = [
      run('age-keygen', ['-y', identity]).toString().trim(),
      /AGE-SECRET-KEY-1\S+/.exec(readFileSync(identity, 'utf8'))?.[0] ?? '',
    ]
    writeFileSync(file, plain)
    run('age', ['-r', recipient, '-o', encrypted, file])
    expect((await collected(decryptChunks(secret, [readFileSync(encrypted)]))).equals(plain)).toBe(true)
  })
})

test('a stranger cannot open it, and a damaged byte is noticed', async () => {
  const [box, stranger] = [await newBoxKey(), await newBoxKey()]
  const object = await encryptBytes([box.recipient], plain)
  await expect(collected(decryptChunks(stranger.identity, [object]))).rejects.toThrow('no identity matched')
  const damaged = Buffer.from(object)
  damaged.writeUInt8(damaged.readUInt8(150_000) ^ 1, 150_000)
  await expect(collected(decryptChunks(box.identity, [damaged]))).rejects.toThrow('invalid tag')
})

test('how many can open an object is readable without a key', async () => {
  const boxes = await Promise.all([newBoxKey(), newBoxKey(), newBoxKey()])
  expect(
    countRecipients(
      await encryptBytes(
        boxes.map(({ recipient }) => recipient),
        plain,
      ),
    ),
  ).toBe(3)
  expect(countRecipients(randomBytes(100))).toBe(0)
})
