import { readFileSync } from 'node:fs'
import type { Result } from '#shared/kernel/result'
import { problem, refuse } from '#shared/kernel/result'
import type { ProfileProblem } from '#shared/profile/profile-contract'
import { runIntakeInChild } from '../../intake/run-intake.ts'
import { currentRuntime } from '../../kernel/runtime.ts'
import { hasProfile, readKeys } from '../../profile/profile-folder.ts'
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

/** Opens a profile without a window. */
export function openProfile(folder: string): Result<App, ProfileProblem> {
  if (!hasProfile(folder)) return refuse(problem('profile.notFound', '', { folder }))
  const keys = readKeys(folder)
  if (!keys.ok) return keys
  return startApp({ folder, ...keys.value, clock: () => new Date(), runtime: currentRuntime(), intake: runIntakeInChild })
}

/** Runs a command on an open profile and closes it; the number it answers is the exit code. */
export async function withApp(common: Common, work: (app: App, output: Output) => Promise<number>): Promise<number> {
  const output = outputOf(common)
  const folder = common.profile ?? process.env['XUNZHI_PROFILE']
  if (folder === undefined) {
    words('--profile DIR is missing')
    return CANNOT_RUN
  }
  const opened = openProfile(folder)
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

/** A document from a file or stdin (`-`): the parsed JSON, or what is wrong with the text. */
export function readJsonInput(file: string): Result<unknown> {
  let text: string
  try {
    text = readFileSync(file === '-' ? 0 : file, 'utf8')
  } catch {
    return refuse(problem('input.cannotRead', '', { file }))
  }
  try {
    return { ok: true, value: JSON.parse(text) }
  } catch (error) {
    return refuse(problem('input.notJson', '', { reason: error instanceof Error ? error.message : '' }))
  }
}
