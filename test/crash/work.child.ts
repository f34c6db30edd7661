import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { openDevice } from '../sim/device.ts'
import { Calls, type Moment } from './die-at.ts'
import { now, operations } from './operations.ts'

// Does one command and is killed at one of its calls; without a call it writes down which calls there are.
const [folder = '', name = '', call = '0', moment = 'before'] = process.argv.slice(2)
const operation = operations[name]
if (operation === undefined) throw new Error(`no operation is called ${name}`)
const death = call === '0' ? null : { call: Number(call), moment: moment as Moment }
const profile = join(folder, operation.who)
const early = operation.fromStart === true ? await Calls.install(death) : null
const app = openDevice(profile, now)
const calls = early ?? (await Calls.install(death))
await operation.run(app, folder)
app.close()
if (death === null) writeFileSync(join(folder, 'calls.json'), JSON.stringify(calls.steps.slice()))
