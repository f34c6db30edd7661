import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { newRecordId } from '#electron/kernel/world'
import { aFolder } from '../app/a-world.ts'
import { aCompleteSheet } from '../spot-check/a-sheet.ts'
import { has } from '../sync/tools.ts'
import { aPair } from './acquainted.ts'

const SCRIPT = join(import.meta.dirname, '../interop/verify.sh')
const there = ['unzip', 'jq', 'age'].every((tool) => has(tool, '--version')) && has('ssh-keygen', '-?')

test.runIf(there)('a stranger opens and verifies with stock tools what the application packed: lines, signature and photo', async () => {
  const { inspector, supervisor } = await aPair()
  const id = newRecordId()
  await inspector.done('record.saveDraft', { id, kind: 'samplingSheet', doc: aCompleteSheet() })
  const bytes = new Uint8Array(Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(200_000, '演示')]))
  await inspector.done('attachment.add', { record: id, kind: 'samplingSheet', slot: 'afterSeal', name: '封样后.jpg', bytes })
  await inspector.done('record.submit', { id })
  const folder = aFolder()
  const [file, key] = [join(folder, 'out.ibz'), join(folder, 'supervisor.key')]
  const { head } = await inspector.done('sync.makeBatch', { to: file })
  writeFileSync(key, `${supervisor.world.identity}\n`)
  const { status, stdout } = spawnSync('bash', [SCRIPT, file, key], { encoding: 'utf8' })
  expect({ status, ...JSON.parse(stdout) }).toMatchObject({
    status: 0,
    ok: true,
    problems: [],
    batches: [{ head, opened: true, lines: 3 }],
  })
})
