import { readFileSync } from 'node:fs'
import { formatISO } from 'date-fns/formatISO'
import { startApp } from '#electron/app/start'
import { keepOriginal } from '#electron/attachment/blob-store'
import { deviceKeyOf, newBoxKey } from '#electron/kernel/device-key'
import { appendLine } from '#electron/kernel/log'
import { currentRuntime } from '#electron/kernel/runtime'
import { writeNewProfile } from '#electron/profile/profile-folder'
import type { RevisionLine } from '#shared/kernel/line'
import { DEVICE_SEED, idOf, NOW, PHOTOGRAPHED, paperRecords } from './paper-records.ts'

// Makes a profile whose lines are the same, byte for byte, whenever and wherever it is made.
const [folder = ''] = process.argv.slice(2)
const clock = (): Date => new Date(NOW)
const { device } = deviceKeyOf(DEVICE_SEED)
const keys = { seed: DEVICE_SEED, ...(await newBoxKey()) }
const person = { name: '演示·抽样员甲', role: 'inspector', region: '500103', org: '演示·渝中区市场监管局' } as const
writeNewProfile(folder, { format: 1, device, ...person, demo: false, created: formatISO(clock()) }, keys)

const opened = startApp({
  folder,
  keys,
  protection: 'file',
  clock,
  runtime: currentRuntime(),
  intake: () => Promise.reject(new Error('nothing comes in')),
})
if (!opened.ok) throw new Error(JSON.stringify(opened.problems))
const { world, close } = opened.value
const att: RevisionLine['att'] = []
for (const [index, slot] of (['process', 'afterSeal'] as const).entries()) {
  const bytes = readFileSync(`seeds/demo/photos/${slot === 'process' ? 'scene' : 'after-seal'}.jpg`)
  const { sha256, size } = await keepOriginal(folder, [bytes])
  att.push({ id: idOf(100 + index), sha256, size, mime: 'image/jpeg', name: `${slot}.jpg`, slot, addedAt: NOW })
}
const lines: Record<string, string> = {}
world.db.transaction(() => {
  for (const { rid, kind, version, doc } of paperRecords) {
    const stamp = { v: 1 as const, dev: device, n: rid.replaceAll('-', '').slice(-22), at: NOW, by: person.name }
    const line: RevisionLine = {
      t: 'rev',
      ...stamp,
      rid,
      kind,
      sch: version,
      par: [],
      op: 'submit',
      w: [],
      doc: doc as RevisionLine['doc'],
      att: rid === PHOTOGRAPHED ? att : [],
    }
    lines[rid] = appendLine(world, line)
  }
})
close()
// Record → sha256 of its one line: what the code on its papers must lead back to.
process.stdout.write(JSON.stringify(lines))
