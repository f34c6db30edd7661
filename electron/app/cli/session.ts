import { readFileSync } from 'node:fs'
import type { Result } from '#shared/kernel/result'
import { ok, problem, refuse } from '#shared/kernel/result'
import type { ProfileProblem } from '#shared/profile/profile-contract'
import { runIntakeInChild } from '../../intake/run-intake.ts'
import type { RunIntake } from '../../kernel/intake-port.ts'
import { machineFingerprint } from '../../kernel/machine.ts'
import { currentRuntime } from '../../kernel/runtime.ts'
import { hasProfile, type KeySealer, readKeys } from '../../profile/profile-folder.ts'
import { runCourierInChild } from '../../target/run-courier.ts'
import type { App } from '../start.ts'
import { startApp } from '../start.ts'
import { CANNOT_RUN, type Language, type Output, printProblems, words } from './output.ts'

/** The options every command takes. */
export interface Common {
  readonly profile?: string
  readonly json?: boolean
  readonly lang?: Language
}

export const outputOf = ({ json = false, lang = 'zh' }: Common): Output => ({ json, language: lang })

/** What the command line runs in: plain Node, or the installed program, which also opens keys that the system keeps. */
export interface Host {
  readonly intake: RunIntake
  readonly courier: RunIntake
  readonly sealer?: KeySealer | undefined
}
export const plainNode: Host = { intake: runIntakeInChild, courier: runCourierInChild }

/** Opens a profile without a window. */
export function openProfile(folder: string, { intake, courier, sealer }: Host = plainNode): Result<App, ProfileProblem> {
  if (!hasProfile(folder)) return refuse(problem('profile.notFound', '', { folder }))
  const keys = readKeys(folder, sealer)
  if (!keys.ok) return keys
  return startApp({
    folder,
    ...keys.value,
    clock: () => new Date(),
    runtime: currentRuntime(),
    intake,
    courier,
    machine: machineFingerprint(),
  })
}

/** Runs a command on an open profile and closes it; the number it answers is the exit code. */
export async function withApp(host: Host, common: Common, work: (app: App, output: Output) => Promise<number>): Promise<number> {
  const output = outputOf(common)
  const folder = common.profile ?? process.env['XUNZHI_PROFILE']
  if (folder === undefined) {
    words('--profile DIR is missing')
    return CANNOT_RUN
  }
  const opened = openProfile(folder, host)
  if (!opened.ok) {
    printProblems(output, opened.problems)
    return CANNOT_RUN
  }
  try {
    return await work(opened.value, output)
  } finally {
    opened.value.close()
  }
}

/** The text of a file or of stdin (`-`). */
export function readTextInput(file: string): Result<string> {
  try {
    return ok(readFileSync(file === '-' ? 0 : file, 'utf8'))
  } catch {
    return refuse(problem('input.cannotRead', '', { file }))
  }
}

/** A document from a file or stdin (`-`): the parsed JSON, or what is wrong with the text. */
export function readJsonInput(file: string): Result<unknown> {
  const text = readTextInput(file)
  if (!text.ok) return text
  try {
    return ok(JSON.parse(text.value))
  } catch (error) {
    return refuse(problem('input.notJson', '', { reason: error instanceof Error ? error.message : '' }))
  }
}
