import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { describe, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { rebuild } from '#db/kernel/project'
import { stateDigest } from '#db/kernel/records'
import { handlers } from '#electron/app/handlers'
import { verifyBundle } from '#electron/intake/verify-bundle'
import { deviceIdOf } from '#electron/kernel/device-key'
import { sha256Of } from '#electron/kernel/durable-file'
import { createRouter } from '#electron/kernel/router'
import { signerOf } from '#electron/kernel/sshsig'
import { contract } from '#shared/app/contract'
import { defineKind, type Kind } from '#shared/kernel/kind'
import { TRUST_NAMESPACE } from '#shared/profile/trust-list'
import { type AWorld, aFolder, must, reopened } from '../app/a-world.ts'
import { entriesOf } from '../sync/forge.ts'
import { has, run } from '../sync/tools.ts'

vi.setConfig({ testTimeout: 60_000 }) // every import and every check by another program is a process of its own

/**
 * What every later version must still read, and read the same: a profile, five batches, and the state they lead to, as each released
 * version wrote them. A file of a released version is never made again: this is the hash of its SHA256SUMS.
 */
const RELEASED: Readonly<Record<string, string>> = {
  'v0.1': '171543bdbb01883ed334b36ad6b11bd948ca129c9c3f08c86ca73152af5bb220',
}

const Expected = z.object({
  version: z.string(),
  after: z.array(z.object({ name: z.string(), digest: z.string(), records: z.int(), lines: z.int(), all: z.int() })),
})

const folderOf = (version: string): string => join(import.meta.dirname, version)
const expectedOf = (version: string): z.infer<typeof Expected>['after'] =>
  Expected.parse(JSON.parse(readFileSync(join(folderOf(version), 'expected.json'), 'utf8'))).after
const lastOf = (version: string): object => {
  const { name: _name, ...state } = expectedOf(version).at(-1) ?? { name: '' }
  return state
}

/** The golden profile with one of its stores, in a folder that goes away. */
async function theProfile(version: string, store: 'store-before' | 'store-after'): Promise<AWorld> {
  const folder = join(aFolder(), 'profile')
  mkdirSync(folder)
  for (const name of ['profile.json', 'keys.json'])
    writeFileSync(join(folder, name), readFileSync(join(folderOf(version), name)), { mode: 0o600 })
  writeFileSync(join(folder, 'store.db'), gunzipSync(readFileSync(join(folderOf(version), `${store}.db.gz`))))
  return reopened(folder)
}

const stateOf = (world: AWorld): object => ({ ...stateDigest(world.world.db), all: world.lines() })

/** The same program with other kinds: as a version before or after this one would be. */
interface Version {
  readonly kinds: (kinds: ReadonlyMap<string, Kind>) => ReadonlyMap<string, Kind>
}
async function importAs(world: AWorld, { kinds }: Version, file: string): Promise<unknown[]> {
  const projections = { ...world.world.projections, kinds: kinds(world.world.projections.kinds) }
  const { db } = world.world
  db.transaction(() => {
    rebuild(db, projections)
  })
  const reports = await must(createRouter(contract, handlers, { ...world.world, projections })('sync.import', { file }))
  return reports.flatMap(({ refused }) => refused)
}

const withVersion = (kinds: ReadonlyMap<string, Kind>, change: (version: number) => number): ReadonlyMap<string, Kind> =>
  new Map([...kinds].map(([name, kind]) => [name, { ...kind, version: change(kind.version) }]))

const older: Version = { kinds: (kinds) => withVersion(kinds, (version) => version - 1) }
const oldest: Version = { kinds: () => new Map() }
const newer: Version = { kinds: (kinds) => withVersion(kinds, (version) => version + 1) }

describe.each(Object.entries(RELEASED))('%s', (version, sum) => {
  test('is as it was released, and nothing was added', () => {
    const folder = folderOf(version)
    const sums = readFileSync(join(folder, 'SHA256SUMS'), 'utf8')
    expect(sha256Of(sums)).toBe(sum)
    const files = readdirSync(folder).filter((name) => name !== 'SHA256SUMS')
    expect(
      files
        .sort()
        .map((name) => `${sha256Of(readFileSync(join(folder, name)))}  ${name}\n`)
        .join(''),
    ).toBe(sums)
  })

  test('gives the recorded state after every batch', async () => {
    const world = await theProfile(version, 'store-before')
    for (const { name, ...state } of expectedOf(version)) {
      await world.done('sync.import', { file: join(folderOf(version), name) })
      expect([name, stateOf(world)]).toEqual([name, state])
    }
  })

  test('gives the same state from one bundle, from the last batch to the first, and twice', { timeout: 60_000 }, async () => {
    const files = expectedOf(version).map(({ name }) => name)
    for (const order of [files.toReversed(), ['all.ibz', 'all.ibz']]) {
      const world = await theProfile(version, 'store-before')
      for (const name of order) await world.done('sync.import', { file: join(folderOf(version), name) })
      expect(stateDigest(world.world.db)).toMatchObject({ digest: (lastOf(version) as { digest: string }).digest })
    }
  })

  test('has a store that opens to the recorded state, and gives it again from its lines', async () => {
    const world = await theProfile(version, 'store-after')
    expect(stateOf(world)).toEqual(lastOf(version))
    const { db, projections } = world.world
    db.transaction(() => rebuild(db, projections))
    expect(stateOf(world)).toEqual(lastOf(version))
  })
})

describe.each(Object.keys(RELEASED))('%s and other versions', (version) => {
  test.each([
    ['a version before this one', older],
    ['a version that knows none of its kinds', oldest],
    ['a version after this one', newer],
  ])('%s holds what it does not know, and after the upgrade everything is as it should be', async (_name, skew) => {
    const world = await theProfile(version, 'store-before')
    const { db, projections } = world.world
    expect(await importAs(world, skew, join(folderOf(version), 'all.ibz'))).toEqual([])
    db.transaction(() => rebuild(db, projections))
    expect(stateOf(world)).toEqual(lastOf(version))
  })

  test('lines of a later kind and of a later schema are held, and count once a version knows them', async () => {
    const world = await theProfile(version, 'store-after')
    const { db, projections } = world.world
    const { records } = stateDigest(db)
    const drone = defineKind({
      name: 'droneFlight',
      version: 1,
      schema: z.looseObject({ height: z.int() }),
      summarise: () => ({ no: '', title: 'a flight', region: '', words: [] }),
    })
    const kinds = new Map([...withVersion(projections.kinds, () => 99), ['droneFlight', drone as Kind]])
    db.transaction(() => rebuild(db, { ...projections, kinds }))
    const shown = db.all<{ kind: string }>('SELECT kind FROM records ORDER BY rid').map(({ kind }) => kind)
    expect(shown).toContain('droneFlight')
    expect(stateDigest(db).records).toBeGreaterThanOrEqual(records)
  })
})

describe.each(Object.keys(RELEASED))('%s, in the hands of a stranger,', (version) => {
  test('is whole and signed, down to the last byte, and so are the trust documents in a pack of the supervisor', async () => {
    expect(await verifyBundle(join(folderOf(version), 'all.ibz'))).toMatchObject({ ok: true, value: Array(5).fill({}) })
    const pack = join(folderOf(version), 'pack.ibz')
    expect(await verifyBundle(pack)).toMatchObject({ ok: true, value: [{}] })
    const entries = new Map((await entriesOf(pack)).map(({ name, bytes }) => [name, bytes]))
    const signatures = [...entries].filter(([name]) => /^trust\/(root|list)\/\d{10}\.json\.sig\./.test(name))
    expect(signatures).not.toEqual([])
    for (const [name, bytes] of signatures) {
      const [document = '', device = ''] = name.split('.sig.')
      const signer = signerOf(bytes.toString(), TRUST_NAMESPACE, entries.get(document) ?? Buffer.alloc(0))
      expect([name, signer === null ? null : deviceIdOf(signer)]).toEqual([name, device])
    }
  })

  test.runIf(has('python3', '--version') && has('age', '--version') && has('ssh-keygen', '-?'))(
    'is opened by the independent verifier',
    () => {
      const folder = folderOf(version)
      const key = join(aFolder(), 'supervisor.key')
      const { identity } = z.object({ identity: z.string() }).parse(JSON.parse(readFileSync(join(folder, 'keys.json'), 'utf8')))
      writeFileSync(key, `${identity}\n`)
      const said: unknown = JSON.parse(
        run('python3', [join(import.meta.dirname, '../interop/verify.py'), join(folder, 'all.ibz'), key]).toString(),
      )
      expect(said).toMatchObject({ ok: true, batches: Array(5).fill({ opened: true }), records: Array(6).fill({}) })
    },
  )
})
