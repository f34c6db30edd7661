import fs from 'node:fs'
import promises, { open } from 'node:fs/promises'
import { syncBuiltinESMExports } from 'node:module'
import { devNull } from 'node:os'
import { basename } from 'node:path'
import { loadSqlite, type PreparedStatement } from '#db/kernel/sqlite'

/** `half` is a write of which only the first half gets there. */
export const MOMENTS = ['before', 'half', 'after'] as const
export type Moment = (typeof MOMENTS)[number]

export interface Death {
  /** Number of the call, from 1. */
  readonly call: number
  readonly moment: Moment
}

type Args = unknown[]
type Real = (this: unknown, ...args: Args) => unknown
interface Door {
  /** What the step is called in the table. */
  readonly step: (args: Args, self: unknown) => string | null
  /** The arguments of half the call, for what writes bytes. */
  readonly halved?: (args: Args) => Args
}

/** The system ends this process between two instructions, as a power cut or the task manager does. */
function die(): never {
  process.kill(process.pid, 'SIGKILL')
  throw new Error('a killed process goes on')
}

const named = (path: unknown): string =>
  basename(String(path))
    .replace(/[0-9a-f]{64}/, '<sha256>')
    .replace(/[0-9a-f]{16}/, '<id>')

const half = (bytes: unknown): unknown =>
  typeof bytes === 'string' || bytes instanceof Uint8Array ? bytes.slice(0, Math.floor(bytes.length / 2)) : bytes

const writes = (flags: unknown): boolean =>
  typeof flags === 'string' ? /[wa+]/.test(flags) : typeof flags === 'number' && (flags & 3) !== 0

const FILES: Readonly<Record<string, Door>> = {
  mkdir: { step: ([path]) => `mkdir ${named(path)}` },
  rename: { step: ([, to]) => `rename ${named(to)}` },
  rm: { step: ([path]) => `rm ${named(path)}` },
  unlink: { step: ([path]) => `rm ${named(path)}` },
  link: { step: ([, to]) => `link ${named(to)}` },
  copyFile: { step: ([, to]) => `copy ${named(to)}` },
  open: { step: ([path, flags]) => (writes(flags) ? `open ${named(path)}` : null) },
}
const SYNC_FILES: Readonly<Record<string, Door>> = {
  ...Object.fromEntries(Object.entries(FILES).map(([name, door]) => [`${name}Sync`, door])),
  fsyncSync: { step: () => 'fsync' },
  writeSync: { step: () => 'write', halved: ([fd, bytes]) => [fd, half(bytes)] },
  writeFileSync: { step: ([path]) => `write ${named(path)}`, halved: ([path, bytes, options]) => [path, half(bytes), options] },
}
const HANDLE: Readonly<Record<string, Door>> = {
  write: { step: () => 'write', halved: ([bytes, offset, length, position]) => [bytes, offset, Math.floor(Number(length) / 2), position] },
  writeFile: { step: () => 'write', halved: ([bytes, options]) => [half(bytes), options] },
  sync: { step: () => 'fsync' },
  datasync: { step: () => 'fsync' },
}
/** The first words of a statement: what it does, and to which table. */
const verb = (sql: string): string => /^\s*(?:INSERT INTO|DELETE FROM|[A-Z]+)(?:\s+[a-z_]+)?/.exec(sql)?.[0].trim() ?? sql
const STATEMENT: Readonly<Record<string, Door>> = {
  run: { step: (_args, statement) => `sql ${verb((statement as PreparedStatement).source)}` },
}
const DATABASE: Readonly<Record<string, Door>> = {
  exec: { step: ([sql]) => `sql ${verb(String(sql)).slice(0, 30)}` },
  pragma: { step: ([sql]) => (/=|checkpoint/.test(String(sql)) ? `pragma ${String(sql).split(/[ =(]/)[0] ?? ''}` : null) },
}

/** What a stream uses: it goes on in the background, so the process dies as soon as the call is made. */
const CALLBACK_FILES: Readonly<Record<string, Door>> = {
  open: { step: ([path, flags]) => (writes(flags) ? `open ${named(path)}` : null) },
  write: {
    step: () => 'write',
    halved: ([fd, bytes, offset, length, ...rest]) => [fd, bytes, offset, Math.floor(Number(length) / 2), ...rest],
  },
}

/** Counts every call that changes a file or the store, and dies at one of them. */
export class Calls {
  readonly steps: { readonly name: string; readonly halves: boolean }[] = []
  private readonly death: Death | null

  private constructor(death: Death | null) {
    this.death = death
  }

  static async install(death: Death | null): Promise<Calls> {
    const calls = new Calls(death)
    const handle = await open(devNull, 'r')
    const memory = loadSqlite().open(':memory:')
    calls.wrapAll(fs, { ...SYNC_FILES, ...CALLBACK_FILES })
    calls.wrapAll(promises, FILES)
    calls.wrapAll(Object.getPrototypeOf(handle) as object, HANDLE)
    calls.wrapAll(Object.getPrototypeOf(memory.prepare('SELECT 1')) as object, STATEMENT)
    calls.wrapAll(Object.getPrototypeOf(memory) as object, DATABASE)
    syncBuiltinESMExports()
    memory.close()
    await handle.close()
    return calls
  }

  private wrapAll(holder: object, doors: Readonly<Record<string, Door>>): void {
    for (const [name, door] of Object.entries(doors)) this.wrap(holder as Record<string, Real>, name, door)
  }

  private wrap(holder: Record<string, Real>, name: string, door: Door): void {
    const [calls, real] = [this, holder[name]]
    if (real === undefined) throw new Error(`nothing is called ${name}`)
    holder[name] = function (...args) {
      const step = door.step(args, this)
      if (step === null) return real.apply(this, args)
      calls.steps.push({ name: step, halves: door.halved !== undefined })
      return calls.isLast() ? calls.dieIn(door, (given) => real.apply(this, given), args) : real.apply(this, args)
    }
  }

  private isLast(): boolean {
    return this.death?.call === this.steps.length
  }

  private dieIn({ halved }: Door, run: (args: Args) => unknown, args: Args): unknown {
    const moment = this.death?.moment
    if (moment === 'before') die()
    const result = run(moment === 'half' && halved !== undefined ? halved(args) : args)
    return result instanceof Promise ? result.then(die) : die()
  }
}
