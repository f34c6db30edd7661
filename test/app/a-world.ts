import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { type App, type StartOptions, startApp } from '#electron/app/start'
import { runIntakeInChild } from '#electron/intake/run-intake'
import { currentRuntime } from '#electron/kernel/runtime'
import { createProfile } from '#electron/profile/create-profile'
import { readKeys } from '#electron/profile/profile-folder'
import type { Answer, Input, MethodName } from '#shared/app/contract'
import type { Result } from '#shared/kernel/result'
import type { Role } from '#shared/kernel/self'

/** A clock that stands still until it is moved. */
export interface StillClock {
  readonly now: () => Date
  readonly pass: (seconds: number) => void
}

export function aClock(start = '2026-11-22T10:00:00+08:00'): StillClock {
  let at = new Date(start).getTime()
  return {
    now: () => new Date(at),
    pass: (seconds) => {
      at += seconds * 1000
    },
  }
}

/** The value of an answer; a refusal is a failed test, with its problems to read. */
export async function must<T>(answer: Result<T> | Promise<Result<T>>): Promise<T> {
  const result = await answer
  if (!result.ok) throw new Error(JSON.stringify(result.problems, null, 2))
  return result.value
}

/** A folder that is gone when the test ends. */
export function aFolder(inside = tmpdir()): string {
  const folder = mkdtempSync(join(inside, 'xunzhi-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

type Done = <N extends MethodName>(name: N, input: Input<N>) => Promise<Extract<Answer<N>, { ok: true }>['value']>

export interface AWorld extends App {
  /** `call` for a step that must go well: answers the value. */
  readonly done: Done
  readonly folder: string
  readonly clock: StillClock
  /** Number of lines in the log. */
  readonly lines: () => number
}

/** Opens a profile folder as the command line does. */
export function openApp(folder: string, clock: StillClock = aClock(), changes: Partial<StartOptions> = {}): Result<App> {
  const keys = readKeys(folder)
  if (!keys.ok) return keys
  return startApp({ folder, ...keys.value, clock: clock.now, runtime: currentRuntime(), intake: runIntakeInChild, ...changes })
}

const worldOf = (app: App, clock: StillClock): AWorld => ({
  ...app,
  done: (async (name: MethodName, input: never) => must((await app.call(name, input)) as Result<unknown>)) as Done,
  folder: app.world.folder,
  clock,
  lines: () => app.world.db.get<{ n: number }>('SELECT count(*) AS n FROM lines')?.n ?? -1,
})

/** Opens a profile again, after it was closed or its process was killed. */
export async function reopened(folder: string, clock = aClock(), changes: Partial<StartOptions> = {}): Promise<AWorld> {
  const app = await must(openApp(folder, clock, changes))
  onTestFinished(() => app.close())
  return worldOf(app, clock)
}

export interface Person {
  readonly role?: Role
  readonly name?: string
  readonly region?: string
  readonly org?: string
  readonly demo?: boolean
  readonly clock?: StillClock
  /** The folder the profile goes into; a temporary one when left out. */
  readonly inside?: string
}

/** A person with a real profile, opened, in a folder that goes away. */
export async function aWorld(person: Person = {}, changes: Partial<StartOptions> = {}): Promise<AWorld> {
  const { role = 'inspector', name = '李芳', region = '500103', org = '渝中区市场监管局', demo = false, clock = aClock() } = person
  const folder = join(person.inside ?? aFolder(), 'profile')
  await must(createProfile({ folder, profile: { name, role, region, org }, demo, clock: clock.now }))
  return reopened(folder, clock, changes)
}
