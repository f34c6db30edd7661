import type { ChildProcess } from 'node:child_process'
import { fork } from 'node:child_process'
import { existsSync, realpathSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Progress } from '#shared/kernel/contract'
import { IntakeMessage, IntakeTask } from './intake-task.ts'

export interface IntakeOptions {
  readonly onProgress?: ((progress: Progress) => void) | undefined
  readonly signal?: AbortSignal | undefined
  /** The script of the process; found beside this one when left out. */
  readonly entry?: string | undefined
}

const MEMORY_MB = 512
const LAST_WORDS = 4000

/** In the tree this file is electron/intake/run-intake.ts; built, it is in out/main or out/main/chunks. */
function entryBeside(): string {
  const names = import.meta.url.endsWith('.ts') ? ['../intake.ts'] : ['./intake.js', '../intake.js']
  const files = names.map((name) => fileURLToPath(new URL(name, import.meta.url)))
  const found = files.find((file) => existsSync(file))
  if (found === undefined) throw new Error(`no intake script at ${files.join(' or ')}`)
  return found
}

/** Where Node can (24, not Electron's 20), the process may write in the quarantine folder and nowhere else, and start nothing. */
function limits(task: IntakeTask): string[] {
  const memory = `--max-old-space-size=${String(MEMORY_MB)}`
  if (!process.allowedNodeEnvironmentFlags.has('--permission') || process.versions['electron'] !== undefined) return [memory]
  const writable = task.task === 'open' ? [`--allow-fs-write=${realpathSync(task.quarantine)}`] : []
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
}

function hear(raw: unknown, { resolve, reject, onProgress }: Waiting): void {
  const message = IntakeMessage.parse(raw)
  if ('progress' in message) onProgress?.(message.progress)
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

/**
 * Does an IntakeTask in a process of its own on plain Node; answers its reply as it came (parse it with InspectReply, VerifyReply or
 * OpenReply). Rejects when the process dies or the system refuses (`code` is then ENOSPC and the like); aborting kills it.
 */
export async function runIntakeInChild(input: object, { onProgress, signal, entry = entryBeside() }: IntakeOptions = {}): Promise<unknown> {
  signal?.throwIfAborted()
  const task = IntakeTask.parse(input)
  const child = fork(entry, [], { execArgv: limits(task), env: bareEnvironment(), stdio: ['ignore', 'ignore', 'pipe', 'ipc'] })
  const kill = (): boolean => child.kill('SIGKILL')
  signal?.addEventListener('abort', kill, { once: true })
  try {
    return await new Promise((resolve, reject) => {
      listen(child, { resolve, reject, onProgress })
      child.send(task)
    })
  } catch (error) {
    signal?.throwIfAborted()
    throw error
  } finally {
    signal?.removeEventListener('abort', kill)
  }
}
