import type { ChildProcess } from 'node:child_process'
import { fork } from 'node:child_process'
import { existsSync, realpathSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Progress } from '#shared/kernel/contract'
import type { IntakeCall, RunIntake } from '../kernel/intake-port.ts'
import { IntakeMessage, IntakeTask } from './intake-task.ts'

export interface IntakeOptions extends IntakeCall {
  /** The script of the process; found beside this one when left out. */
  readonly entry?: string | undefined
}

const MEMORY_MB = 512
const LAST_WORDS = 4000

/** In the tree this file is electron/intake/run-intake.ts; built, it is in out/main or out/main/chunks. */
export function entryBeside(script: 'intake' | 'courier' = 'intake'): string {
  const names = import.meta.url.endsWith('.ts') ? [`../${script}.ts`] : [`./${script}.js`, `../${script}.js`]
  const files = names.map((name) => fileURLToPath(new URL(name, import.meta.url)))
  const found = files.find((file) => existsSync(file))
  if (found === undefined) throw new Error(`no ${script} script at ${files.join(' or ')}`)
  return found
}

/** Where Node can (24, not Electron's 20), the process may write in these folders and nowhere else, and start nothing. */
function limits(folders: readonly string[]): string[] {
  const memory = `--max-old-space-size=${String(MEMORY_MB)}`
  if (!process.allowedNodeEnvironmentFlags.has('--permission') || process.versions['electron'] !== undefined) return [memory]
  const writable = folders.map((folder) => `--allow-fs-write=${realpathSync(folder)}`)
  return [memory, '--permission', '--allow-fs-read=*', ...writable]
}

/** Only what a process needs to start: no token or path of ours reaches code that reads foreign bytes. */
function bareEnvironment(): NodeJS.ProcessEnv {
  const names = ['ELECTRON_RUN_AS_NODE', 'SystemRoot', 'TZ', 'LD_LIBRARY_PATH']
  return Object.fromEntries(names.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]])))
}

interface Waiting {
  readonly resolve: (reply: unknown) => void
  readonly reject: (error: Error) => void
  readonly onProgress?: ((progress: Progress) => void) | undefined
  readonly onPart?: ((part: unknown) => void) | undefined
}

function hear(raw: unknown, { resolve, reject, onProgress, onPart }: Waiting): void {
  const message = IntakeMessage.parse(raw)
  if ('progress' in message) onProgress?.(message.progress)
  else if ('part' in message) onPart?.(message.part)
  else if ('reply' in message) resolve(message.reply)
  else reject(Object.assign(new Error(message.defect), message.code === undefined ? {} : { code: message.code }))
}

function listen(child: ChildProcess, waiting: Waiting): void {
  let lastWords = ''
  child.stderr?.on('data', (bytes: Buffer) => {
    lastWords = (lastWords + bytes.toString()).slice(-LAST_WORDS)
  })
  child.on('message', (message) => hear(message, waiting))
  child.on('error', waiting.reject)
  child.on('exit', (code, by) => waiting.reject(new Error(`the intake process ended (${String(by ?? code)}) ${lastWords}`)))
}

/** Starts a process that waits for its task. */
export const start = (entry: string, writable: readonly string[]): ChildProcess =>
  fork(entry, [], { execArgv: limits(writable), env: bareEnvironment(), stdio: ['ignore', 'ignore', 'pipe', 'ipc'] })

/** Gives a process the one task of its life. */
export async function give(child: ChildProcess, task: object, { onProgress, onPart, signal }: IntakeCall): Promise<unknown> {
  const kill = (): boolean => child.kill('SIGKILL')
  signal?.addEventListener('abort', kill, { once: true })
  try {
    return await new Promise((resolve, reject) => {
      listen(child, { resolve, reject, onProgress, onPart })
      child.send(task)
    })
  } catch (error) {
    signal?.throwIfAborted()
    throw error
  } finally {
    signal?.removeEventListener('abort', kill)
  }
}

/**
 * Does an IntakeTask in a process of its own on plain Node; answers its reply as it came (parse it with InspectReply, VerifyReply or
 * OpenReply). Rejects when the process dies or the system refuses (`code` is then ENOSPC and the like); aborting kills it.
 */
export async function runIntakeInChild(input: object, { entry = entryBeside(), ...call }: IntakeOptions = {}): Promise<unknown> {
  call.signal?.throwIfAborted()
  const task = IntakeTask.parse(input)
  return give(start(entry, 'quarantine' in task ? [task.quarantine] : []), task, call)
}

export interface WarmIntake {
  readonly run: RunIntake
  /** Resolves when a process stands ready. */
  readonly ready: () => Promise<void>
  readonly close: () => void
}

/**
 * The same with one process always started and waiting: a small import does not wait for a program to load. Each still does one task
 * and ends, so that no bundle meets a process that read another. It may write in one folder, which holds every quarantine.
 */
export function warmIntake(folder: string, entry = entryBeside()): WarmIntake {
  const prepare = (): { readonly child: ChildProcess; readonly up: Promise<void> } => {
    const child = start(entry, [folder])
    child.on('error', () => undefined) // whoever gives it a task is told
    return { child, up: new Promise((resolve) => child.once('spawn', () => resolve())) }
  }
  let spare = prepare()
  return {
    run: (input, call) => {
      call.signal?.throwIfAborted()
      const { child } = spare
      spare = prepare()
      return give(child, IntakeTask.parse(input), call)
    },
    ready: () => spare.up,
    close: () => void spare.child.kill('SIGKILL'),
  }
}
