import { closeSync, openSync, readdirSync, readFileSync, writeFileSync, writeSync } from 'node:fs'
import { expect, test } from 'vitest'
import { openBundle } from '#electron/intake/open-bundle'
import { LOCAL_BYTES } from '#electron/kernel/stored-zip'
import { aBundle, aFolder, aPhoto, aQuarantine } from './a-bundle.ts'
import { entriesOf } from './forge.ts'

/** Which entry each byte of the file belongs to, header or data; null for the directory at the end. */
async function ownersOf(file: string): Promise<(string | null)[]> {
  const owners = (await entriesOf(file)).flatMap(({ name, bytes }) =>
    Array<string | null>(LOCAL_BYTES + name.length + bytes.length).fill(name),
  )
  return [...owners, ...Array<null>(readFileSync(file).length - owners.length).fill(null)]
}

test('one flipped byte anywhere in a bundle is refused, and the damaged part is named', { timeout: 60_000 }, async () => {
  const { file, to } = await aBundle({ attachments: [aPhoto(aFolder(), 40)] })
  const opening = { file, identity: to.box.identity, device: to.key.device, quarantine: aQuarantine() }
  expect(await openBundle(opening)).toMatchObject({ ok: true, value: { batches: [{}], refused: [] } })
  for (const folder of readdirSync(opening.quarantine)) expect(folder).toMatch(/^[0-9a-f]{64}$/)

  const quarantine = aQuarantine()
  const owners = await ownersOf(file)
  const bytes = readFileSync(file)
  const handle = openSync(file, 'r+')
  const missed: unknown[] = []
  for (const [at, owner] of owners.entries()) {
    writeSync(handle, Uint8Array.of(bytes.readUInt8(at) ^ (1 << (at % 8))), 0, 1, at)
    const verdict = await openBundle({ ...opening, quarantine })
    const parts = verdict.ok ? [] : verdict.faults.map(({ part }) => part)
    if (parts[0] === undefined || (owner === null ? parts[0] === '' : !parts.includes(owner))) missed.push({ at, owner, verdict })
    writeSync(handle, bytes, at, 1, at)
  }
  closeSync(handle)
  expect(missed).toEqual([])
  expect(readdirSync(quarantine)).toEqual([])
  expect(await openBundle({ ...opening, quarantine })).toMatchObject({ ok: true })
})

test('a bundle cut short at any place is refused', async () => {
  const { file, to } = await aBundle()
  const bytes = readFileSync(file)
  for (let length = 0; length < bytes.length; length += 97) {
    writeFileSync(file, bytes.subarray(0, length))
    expect((await openBundle({ file, identity: to.box.identity, quarantine: aQuarantine() })).ok).toBe(false)
  }
})
