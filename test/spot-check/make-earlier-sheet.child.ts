import { format } from 'date-fns/format'
import { subMonths } from 'date-fns/subMonths'
import { startApp } from '#electron/app/start'
import { currentRuntime } from '#electron/kernel/runtime'
import { newRecordId } from '#electron/kernel/world'
import { createProfile } from '#electron/profile/create-profile'
import { readKeys } from '#electron/profile/profile-folder'
import type { Result } from '#shared/kernel/result'
import { aCompleteSheet } from './a-sheet.ts'

// Makes a profile with one sheet that was sealed five months ago, on its day; the window goes on from there. Answers number and day.
const [folder = ''] = process.argv.slice(2)
const then = subMonths(new Date(), 5)
const clock = (): Date => then

async function must<T>(answer: Result<T> | Promise<Result<T>>): Promise<T> {
  const result = await answer
  if (!result.ok) throw new Error(JSON.stringify(result.problems, null, 2))
  return result.value
}

const person = { name: '演示·抽样员甲', role: 'inspector', region: '500103', org: '演示·渝中区市场监管局' } as const
await must(createProfile({ folder, profile: person, demo: true, clock }))
const keys = await must(readKeys(folder))
const intake = () => Promise.reject(new Error('nothing comes in'))
const { call, close } = await must(startApp({ folder, ...keys, clock, runtime: currentRuntime(), intake }))

const day = format(then, 'yyyy-MM-dd')
const no = `CQ-500103-${day.replaceAll('-', '')}-abcd-001`
const head = { no, taskYear: then.getFullYear(), taskLevel: 'district', taskKind: 'spotCheck', taskAuthority: person.org } as const
const id = newRecordId()
await must(
  call('record.saveDraft', { id, kind: 'samplingSheet', doc: aCompleteSheet({ head, sampling: { date: day, backupSealNo: '封-0002' } }) }),
)
await must(call('record.submit', { id }))
close()
process.stdout.write(JSON.stringify({ no, day }))
