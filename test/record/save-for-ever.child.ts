import { writeSync } from 'node:fs'
import { openProfile } from '#electron/app/cli/session'
import { newRecordId } from '#electron/kernel/world'
import { aCompleteSheet } from '../spot-check/a-sheet.ts'

// A person who saves with every key, and seals every fourth time, until the power goes. Each line on stdout is a promise made.
const [folder = '', draft = '', first = '0'] = process.argv.slice(2)
const opened = openProfile(folder)
if (!opened.ok) throw new Error(JSON.stringify(opened.problems))
const { call } = opened.value
const say = (words: string): void => void writeSync(1, `${words}\n`)

let id = draft
for (let count = Number(first); ; count++) {
  const doc = aCompleteSheet({
    head: { no: `CQ-500103-20261122-abcd-${String(count).padStart(6, '0')}` },
    remarks: `第 ${String(count)} 次`,
  })
  const saved = await call('record.saveDraft', { id, kind: 'samplingSheet', doc })
  if (!saved.ok) throw new Error(JSON.stringify(saved.problems))
  say(`saved ${id} ${String(count)}`)
  if (count % 4 !== 3) continue
  say(`submitting ${id}`)
  const submitted = await call('record.submit', { id })
  if (!submitted.ok) throw new Error(JSON.stringify(submitted.problems))
  say(`submitted ${id} ${String(submitted.value.revision)}`)
  id = newRecordId()
}
