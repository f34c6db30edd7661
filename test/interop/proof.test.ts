import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { ProofReply } from '#electron/intake/intake-task'
import { runIntakeInChild } from '#electron/intake/run-intake'
import { verifyProof } from '#electron/intake/verify-proof'
import { sha256Of } from '#electron/kernel/durable-file'
import { canonical } from '#shared/kernel/canonical'
import type { RecordProof } from '#shared/sync/proof'
import { type AWorld, aFolder } from '../app/a-world.ts'
import { askCli } from '../app/ask-cli.ts'
import { aSheet, codes, correct, packed, withLot } from '../exchange/a-parcel.ts'
import { aPair } from '../exchange/acquainted.ts'
import { aPlan, bundled, type Device, NOW, sealed } from '../sync/a-bundle.ts'

vi.setConfig({ testTimeout: 60_000 }) // every import and every check by another program is a process of its own

/** A sheet, corrected in a second batch, arrived and confirmed; neighbours of every sort around it. */
async function aConfirmedSheet(): Promise<{ readonly inspector: AWorld; readonly supervisor: AWorld; readonly id: string }> {
  const { inspector, supervisor } = await aPair()
  await aSheet(inspector, 1)
  const id = await aSheet(inspector, 2)
  await aSheet(inspector, 3)
  await supervisor.done('sync.import', { file: await packed(inspector) })
  await correct(inspector, id, withLot('L2'))
  await supervisor.done('sync.import', { file: await packed(inspector) })
  await inspector.done('sync.import', { file: await packed(supervisor) })
  return { inspector, supervisor, id }
}

const proofOf = async ({ done }: AWorld, record: string, revision?: string): Promise<string> => {
  const to = join(aFolder(), 'record.proof.json')
  await done('sync.prove', { record, to, ...(revision === undefined ? {} : { revision }) })
  return to
}
const readProof = (file: string): RecordProof => JSON.parse(readFileSync(file, 'utf8')) as RecordProof

function changed(file: string, change: (proof: RecordProof) => object): string {
  const other = join(aFolder(), 'changed.json')
  writeFileSync(other, `${canonical(change(readProof(file)))}\n`)
  return other
}
const faultsOf = async (file: string): Promise<readonly unknown[]> => {
  const verdict = await verifyProof(file)
  return verdict.ok ? [] : verdict.faults
}

test('a record is proven with both its revisions and the receipts for them, by its author and by its supervisor', async () => {
  const { inspector, supervisor, id } = await aConfirmedSheet()
  for (const world of [inspector, supervisor]) {
    const file = await proofOf(world, id)
    const verdict = await verifyProof(file)
    expect(verdict).toMatchObject({
      ok: true,
      value: {
        record: id,
        lines: [
          { t: 'rev', op: 'submit', device: inspector.world.self.device, seq: 1 },
          { t: 'rev', op: 'correct', device: inspector.world.self.device, seq: 2 },
          { t: 'receipt', device: supervisor.world.self.device },
          { t: 'receipt', device: supervisor.world.self.device },
        ],
      },
    })
    expect(new Set(readProof(file).lines.map(({ line }) => (JSON.parse(line) as { rid?: string }).rid))).toEqual(new Set([id, undefined]))
  }
})

test('one revision is proven alone', async () => {
  const { supervisor, id } = await aConfirmedSheet()
  const record = await supervisor.done('record.get', { id })
  const file = await proofOf(supervisor, id, record?.revision ?? '')
  expect(readProof(file).lines.map(({ line }) => (JSON.parse(line) as { op?: string }).op)).toEqual(['correct', undefined])
})

test('lines that were refused on arrival do not hinder the proof of their neighbours', async () => {
  const { inspector, supervisor } = await aPair()
  const id = await aSheet(inspector)
  const { key, db, identity, recipient } = inspector.world
  const revision = db.get<{ bytes: string }>("SELECT bytes FROM lines WHERE type = 'rev'")?.bytes ?? ''
  const stamp = () => ({ dev: key.device, n: 'A'.repeat(22), at: NOW, by: '李芳' })
  const from: Device = { key, box: { identity, recipient }, stamp }
  const to: Device = { key: supervisor.world.key, box: { identity: '', recipient: supervisor.world.recipient }, stamp }
  const noShape = canonical({ t: 'audit', v: 1, ...stamp(), ev: 1 })
  const foreign = canonical({ ...(JSON.parse(revision) as object), demo: true }) // a demonstration never enters real work
  const folder = aFolder()
  const batch = await sealed(aPlan(from, to, join(folder, 'outbox'), { lines: [noShape, revision, foreign] }))
  const [report] = await supervisor.done('sync.import', { file: await bundled(join(folder, 'outbox'), join(folder, 'a.ibz'), [batch]) })
  expect(report?.refused.map(({ line, code }) => [line, code])).toEqual([
    [2, 'line.badShape'],
    [4, 'line.demo'],
  ])
  expect(await verifyProof(await proofOf(supervisor, id))).toMatchObject({ ok: true, value: { lines: [{ line: sha256Of(revision) }] } })
})

test('what is in no batch is not proven, and an unknown record neither', async () => {
  const { inspector } = await aPair()
  const id = await aSheet(inspector)
  const to = join(aFolder(), 'p.json')
  expect(codes(await inspector.call('sync.prove', { record: id, to }))).toEqual(['sync.nothingToProve'])
  await packed(inspector)
  await correct(inspector, id, withLot('L2'))
  expect(await inspector.done('sync.prove', { record: id, to })).toMatchObject({
    revisions: 1,
    receipts: 0,
    unproven: [expect.any(String)],
  })
  expect(codes(await inspector.call('sync.prove', { record: id, to }))).toEqual(['sync.fileExists'])
})

test('a proof that says anything else than what was signed is refused, and says where', async () => {
  const { supervisor, id } = await aConfirmedSheet()
  const file = await proofOf(supervisor, id)
  const other = await proofOf(supervisor, (await aConfirmedSheet()).id).catch(() => '')
  expect(other).toBe('') // a stranger's record is not here
  const inLine = (at: number, change: (line: RecordProof['lines'][number]) => object) => (proof: RecordProof) => ({
    ...proof,
    lines: proof.lines.map((line, index) => (index === at ? change(line) : line)),
  })
  const inBatch = (change: (batch: RecordProof['batches'][number]) => object) => (proof: RecordProof) => ({
    ...proof,
    batches: proof.batches.map((batch, index) => (index === 0 ? change(batch) : batch)),
  })
  const [first, second] = readProof(file).batches
  const cases: readonly [string, string, (proof: RecordProof) => object][] = [
    ['wrongHash', 'lines/0', inLine(0, (line) => ({ ...line, line: line.line.replace('"submit"', '"correct"') }))],
    ['wrongHash', 'lines/0', inLine(0, (line) => ({ ...line, index: line.index + 1 }))],
    ['wrongHash', 'lines/1', inLine(1, (line) => ({ ...line, batch: 0 }))],
    ['wrongHash', 'lines/0', inLine(0, (line) => ({ ...line, path: line.path.slice(1) }))],
    ['missingObject', 'lines/0', inLine(0, (line) => ({ ...line, batch: 99 }))],
    ['badHead', 'batches/0', inBatch((batch) => ({ ...batch, head: batch.head.replace('"seq":1', '"seq": 1') }))],
    [
      'badSignature',
      'batches/0',
      inBatch((batch) => ({ ...batch, head: batch.head.replace('"seq":1,', '"seq":2,').replace('"prev":"00', '"prev":"10') })),
    ],
    ['badSignature', 'batches/0', inBatch((batch) => ({ ...batch, sig: second?.sig ?? '' }))],
    ['badSignature', 'batches/0', inBatch((batch) => ({ ...batch, key: second?.key.replace(/.$/, 'x') ?? '' }))],
    ['badLine', 'lines/0', (proof) => ({ ...proof, record: proof.record.replace(/.$/, (end) => (end === '0' ? '1' : '0')) })],
    ['foreignEntry', 'batches/0', (proof) => ({ ...proof, lines: proof.lines.filter(({ batch }) => batch !== 0) })],
    ['needsNewerApp', '', (proof) => ({ ...proof, v: 2 })],
    ['damaged', '', (proof) => ({ ...proof, note: 'believe me' })],
  ]
  for (const [code, part, change] of cases)
    expect([code, await faultsOf(changed(file, change))]).toEqual([code, expect.arrayContaining([{ code, part }])])
  expect(first?.key).toBeDefined()
  writeFileSync(file, readFileSync(file, 'utf8').replace('{', '{ '))
  expect(await faultsOf(file)).toEqual([{ code: 'damaged', part: '' }])
})

test('the command line proves and checks, the check in a process of its own and without a profile', async () => {
  const { inspector, id } = await aConfirmedSheet()
  inspector.close()
  const out = join(aFolder(), 'p.json')
  expect(await askCli('batch', 'prove', id, '--out', out, '--profile', inspector.folder, '--json')).toMatchObject({
    code: 0,
    json: { file: out, revisions: 2, receipts: 2, unproven: [] },
  })
  expect(await askCli('batch', 'verify-proof', out, '--json')).toMatchObject({ code: 0, json: { ok: true, record: id, problems: [] } })
  expect(ProofReply.parse(await runIntakeInChild({ task: 'verifyProof', file: out }))).toMatchObject({ ok: true })
  writeFileSync(out, readFileSync(out, 'utf8').replace('"op\\":\\"submit', '"op\\":\\"void'))
  expect(await askCli('batch', 'verify-proof', out, '--json')).toMatchObject({
    code: 1,
    json: { ok: false, problems: [{ code: 'wrongHash' }] },
  })
})
