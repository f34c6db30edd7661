import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'vite'
import type { App } from '#electron/app/start'
import { meet, newDevice, openDevice } from '../sim/device.ts'
import { brokenInvariants, type HighWater, highWaterOf, lost, strayOriginals } from '../sim/invariants.ts'
import type { Death } from './die-at.ts'
import { now, type Operation, operations } from './operations.ts'

const CHILD = 'work.child'
const ROOM = '.cache/crash'

/** One file starts five times as fast as the tree does, and it is started once a kill. */
export async function buildChild(): Promise<string> {
  const external = ['better-sqlite3', 'vite']
  await build({
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true, external },
    build: { ssr: `test/crash/${CHILD}.ts`, outDir: ROOM, target: 'node24', minify: false, rolldownOptions: { external } },
  })
  return join(ROOM, `${CHILD}.js`)
}

export interface Step extends Death {
  readonly name: string
}

/** Everything ready for the command, in a folder that is copied for every kill. */
export interface Stage {
  readonly name: string
  readonly operation: Operation
  readonly folder: string
  readonly before: HighWater
  readonly steps: readonly Step[]
}

async function prepare(operation: Operation): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'xunzhi-crash-'))
  mkdirSync(join(folder, 'stick'))
  const inspector = await newDevice({ folder: join(folder, 'inspector'), role: 'inspector', name: '李芳', clock: now })
  const supervisor = await newDevice({ folder: join(folder, 'supervisor'), role: 'supervisor', name: '王主任', clock: now })
  await meet(inspector, supervisor)
  await operation.prepare(inspector, supervisor, folder)
  inspector.close()
  supervisor.close()
  operation.age?.(join(folder, operation.who))
  return folder
}

/** Every moment of every call: before it, after it, and in the middle of what is written. */
function stepsIn(folder: string): Step[] {
  const calls = JSON.parse(readFileSync(join(folder, 'calls.json'), 'utf8')) as { name: string; halves: boolean }[]
  return calls.flatMap(({ name, halves }, index) => {
    const call = index + 1
    const half: Step[] = halves ? [{ call, name, moment: 'half' }] : []
    return [{ call, name, moment: 'before' }, ...half, { call, name, moment: 'after' }]
  })
}

function spawned(child: string, folder: string, name: string, death?: Death): string {
  const at = death === undefined ? [] : [String(death.call), death.moment]
  const { signal, status, stderr } = spawnSync(process.execPath, [child, folder, name, ...at], { encoding: 'utf8' })
  return signal ?? (status === 0 ? 'finished' : `ended with ${String(status)}: ${stderr}`)
}

async function asked<T>(folder: string, { who }: Operation, ask: (app: App) => T | Promise<T>): Promise<T> {
  const app = openDevice(join(folder, who), now)
  try {
    return await ask(app)
  } finally {
    app.close()
  }
}

/** Lends a copy of a folder; it is gone afterwards. */
async function inCopy<T>(folder: string, work: (copy: string) => Promise<T>): Promise<T> {
  const copy = mkdtempSync(join(tmpdir(), 'xunzhi-crash-'))
  try {
    cpSync(folder, copy, { recursive: true })
    return await work(copy)
  } finally {
    rmSync(copy, { recursive: true, force: true })
  }
}

/** Prepares a command and runs it once unharmed, to know its calls. */
export async function setStage(child: string, name: string): Promise<Stage> {
  const operation = operations[name]
  if (operation === undefined) throw new Error(`no operation is called ${name}`)
  const folder = await prepare(operation)
  const before = await inCopy(folder, (copy) => asked(copy, operation, ({ world }) => highWaterOf(world)))
  const steps = await inCopy(folder, async (copy) => {
    const said = spawned(child, copy, name)
    if (said !== 'finished') throw new Error(`${name}: ${said}`)
    return stepsIn(copy)
  })
  return { name, operation, folder, before, steps }
}

export interface Outcome {
  readonly step: Step
  /** How far the command had got when the profile was opened again; `finished` when it was never killed. */
  readonly found: string
  /** What does not hold; empty when the crash did no harm. */
  readonly broken: readonly string[]
}

const isOrphan = (complaint: string): boolean => complaint.startsWith('an orphan')

/** Opens what the kill left: the invariants, and how far it got. What is temporary may lie there until the next start has passed. */
const look = (copy: string, { operation, before }: Stage): Promise<{ readonly found: string; readonly broken: string[] }> =>
  asked(copy, operation, async (app) => {
    const broken = [...(await brokenInvariants(app)), ...lost(before, highWaterOf(app.world))]
    return { found: await operation.standing(app, copy), broken }
  })

/** The same command again, as a person does it; then nothing may be half done, and nothing may lie about. */
async function repeat(copy: string, stage: Stage): Promise<string[]> {
  const { operation } = stage
  await asked(copy, operation, (app) => operation.run(app, copy))
  const { found, broken } = await look(copy, stage)
  const strays = await asked(copy, operation, async (app) => {
    await operation.settled?.(app, copy)
    return strayOriginals(app.world)
  })
  return [
    ...broken,
    ...(found === 'done' ? [] : [`repeated, it is ${found}`]),
    ...strays.map((sha256) => `an original that no row names: ${sha256}`),
  ]
}

/** Kills the command at one step, opens the profile again, repeats the command. */
export const killAt = (child: string, stage: Stage, step: Step): Promise<Outcome> =>
  inCopy(stage.folder, async (copy) => {
    const said = spawned(child, copy, stage.name, step)
    if (said === 'finished') return { step, found: 'finished', broken: [] }
    if (said !== 'SIGKILL') return { step, found: 'its own end', broken: [said] }
    try {
      const first = await look(copy, stage)
      const again = await repeat(copy, stage)
      return { step, found: first.found, broken: [...first.broken.filter((one) => !isOrphan(one)), ...again] }
    } catch (error) {
      return { step, found: 'an error', broken: [error instanceof Error ? error.message : String(error)] }
    }
  })
