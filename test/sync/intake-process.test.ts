import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { InspectReply, OpenReply, VerifyReply } from '#electron/intake/intake-task'
import { runIntakeInChild } from '#electron/intake/run-intake'
import { aBundle, aFolder, aPhoto, aQuarantine } from './a-bundle.ts'

test('a process of its own opens, verifies and inspects', async () => {
  const photo = aPhoto(aFolder())
  const { file, to, from, batch } = await aBundle({ attachments: [photo] })
  const stages: string[] = []
  const watching = { onProgress: ({ stage }: { stage: string }) => stages.push(stage) }
  const task = { task: 'open', file, identity: to.box.identity, device: to.key.device, quarantine: aQuarantine() }
  const known = { knownDevices: { [from.key.device]: from.key.publicKey } }
  const reply = OpenReply.parse(await runIntakeInChild({ ...task, ...known }, watching))
  const [taken] = reply.ok ? reply.value.batches : []
  expect(taken).toMatchObject({ headHash: batch.headHash, attachments: [{ sha256: photo.sha256, size: photo.size }], refused: [] })
  expect(readFileSync(taken?.attachments[0]?.path ?? '').equals(readFileSync(photo.path))).toBe(true)
  expect(stages).toContain('open')
  const verified = VerifyReply.parse(await runIntakeInChild({ task: 'verify', file }))
  expect(verified).toMatchObject({
    ok: true,
    value: [{ head: batch.headHash, device: from.key.device, seq: 1, signer: from.key.publicKey }],
  })
  expect(InspectReply.parse(await runIntakeInChild({ task: 'inspect', file }))).toMatchObject({ ok: true, value: [{ recipients: 2 }] })
})

test('what is wrong with a bundle comes back as a value', async () => {
  const file = join(aFolder(), 'no.ibz')
  writeFileSync(file, 'no bundle')
  expect(VerifyReply.parse(await runIntakeInChild({ task: 'verify', file }))).toEqual({
    ok: false,
    faults: [{ code: 'notAZip', part: '' }],
  })
})

test('a cancelled process is killed', async () => {
  const { file, to } = await aBundle()
  const quarantine = aQuarantine()
  const stop = AbortSignal.timeout(50) // Node itself takes longer to start
  await expect(runIntakeInChild({ task: 'open', file, identity: to.box.identity, quarantine }, { signal: stop })).rejects.toThrow('timeout')
  await new Promise((done) => setTimeout(done, 500))
  expect(readdirSync(quarantine)).toEqual([])
})

test('a process that dies is reported with its last words', async () => {
  const entry = join(aFolder(), 'dies.mjs')
  writeFileSync(entry, "console.error('out of memory'); process.exit(3)")
  await expect(runIntakeInChild({ task: 'verify', file: entry }, { entry })).rejects.toThrow(/ended \(3\) out of memory/)
})

test('a system error keeps its code, and is not taken for damage', async () => {
  const { file, to } = await aBundle()
  const quarantine = join(aFolder(), 'a file where a folder should be')
  writeFileSync(quarantine, '')
  await expect(runIntakeInChild({ task: 'open', file, identity: to.box.identity, quarantine })).rejects.toMatchObject({ code: 'ENOTDIR' })
})

test.runIf(process.allowedNodeEnvironmentFlags.has('--permission'))(
  'the process can write in quarantine, nowhere else, start nothing and see no secret',
  async () => {
    const [folder, quarantine] = [aFolder(), aQuarantine()]
    const entry = join(folder, 'escapes.mjs')
    const outside = join(folder, 'outside')
    process.env['XUNZHI_TEST_SECRET'] = 'secret'
    writeFileSync(
      entry,
      `import { writeFileSync } from 'node:fs'
     import { spawnSync } from 'node:child_process'
     const tried = (what) => { try { what(); return 'done' } catch (error) { return error.code } }
     process.once('message', ({ quarantine }) => process.send({ reply: [
       tried(() => writeFileSync(quarantine + '/inside', '')), tried(() => writeFileSync(${JSON.stringify(outside)}, '')),
       tried(() => spawnSync('true')), process.env.XUNZHI_TEST_SECRET ?? null ] }, () => process.disconnect()))`,
    )
    const reply = await runIntakeInChild({ task: 'open', file: entry, identity: '', quarantine }, { entry })
    expect(reply).toEqual(['done', 'ERR_ACCESS_DENIED', 'ERR_ACCESS_DENIED', null])
    expect([existsSync(join(quarantine, 'inside')), existsSync(outside)]).toEqual([true, false])
  },
)
