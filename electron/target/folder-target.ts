import { createHash, randomBytes } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { lstat, mkdir, open, readdir, rm, statfs } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Chunks } from '../kernel/durable-file.ts'
import { renameDurably } from '../kernel/durable-file.ts'
import {
  type Entry,
  type Facts,
  notAsWritten,
  type ProbedTarget,
  type PutOutcome,
  type Range,
  type Source,
  TargetError,
  TEMPORARY,
  type TroubleKind,
} from './target.ts'

const CHUNK = 1024 * 1024

/** A share that is gone says ENOENT of its root, ENXIO, EHOSTDOWN and the like; a virus scanner lets go after a moment. */
const KINDS: readonly [RegExp, TroubleKind, boolean][] = [
  [/^(ENOSPC|EDQUOT)$/, 'full', false],
  [/^(EACCES|EPERM|EROFS|ERR_ACCESS_DENIED)$/, 'signIn', false],
  [/^(EBUSY|EIO|EAGAIN|ETIMEDOUT|ENOTCONN|EHOSTDOWN|ESTALE)$/, 'unreachable', true],
  [/^(ENOTDIR|EISDIR|ENAMETOOLONG|ELOOP|EINVAL)$/, 'notAStorage', false],
]

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : '')

function troubleOf(error: unknown): unknown {
  const code = codeOf(error)
  if (!/^(E[A-Z0-9]+|ERR_ACCESS_DENIED)$/.test(code)) return error
  const [, kind, again] = KINDS.find(([pattern]) => pattern.test(code)) ?? [null, 'unreachable' as const, false]
  return new TargetError(kind, code, { again, cause: error })
}

async function told<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw troubleOf(error)
  }
}

const orNull = async <T>(found: Promise<T>): Promise<T | null> =>
  found.catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return null
    throw error
  })

async function hashOf(path: string): Promise<string> {
  const sum = createHash('sha256')
  for await (const chunk of createReadStream(path, { highWaterMark: CHUNK }) as AsyncIterable<Buffer>) sum.update(chunk)
  return sum.digest('hex')
}

/** A folder that this system shows: a USB stick, a mounted share, the folder of a cloud drive. */
export class FolderTarget implements ProbedTarget {
  readonly listsAfter = true
  private readonly root: string
  private readonly signal: AbortSignal | undefined

  constructor(root: string, signal?: AbortSignal) {
    this.root = root
    this.signal = signal
  }

  private at(path: string): string {
    return join(this.root, ...path.split('/'))
  }

  /** A stick that was pulled out leaves an empty mount point, or none: the root is never made here. */
  private async needRoot(): Promise<void> {
    const found = await orNull(lstat(join(this.root, '.')))
    if (found?.isDirectory() !== true) throw new TargetError('unreachable', found === null ? 'ENOENT' : 'ENOTDIR')
  }

  putNew(path: string, source: Source, facts: Facts): Promise<PutOutcome> {
    return told(async () => {
      await this.needRoot()
      return (await this.compare(path, facts)) ?? (await this.create(path, source, facts))
    })
  }

  private async compare(path: string, { size, sha256 }: Facts): Promise<'same' | 'different' | null> {
    const found = await orNull(lstat(this.at(path)))
    if (found === null) return null
    return found.isFile() && found.size === size && (await hashOf(this.at(path))) === sha256 ? 'same' : 'different'
  }

  private async create(path: string, source: Source, facts: Facts): Promise<PutOutcome> {
    const place = this.at(path)
    const temporary = join(dirname(place), `${TEMPORARY}${randomBytes(8).toString('hex')}`)
    await mkdir(dirname(place), { recursive: true })
    try {
      await this.write(temporary, source())
      if ((await lstat(temporary)).size !== facts.size || (await hashOf(temporary)) !== facts.sha256) throw notAsWritten(path)
      const taken = await this.compare(path, facts)
      if (taken !== null) return taken
      await renameDurably(temporary, place)
      return 'created'
    } finally {
      await rm(temporary, { force: true }).catch(() => undefined) // the stick may be gone; the first reason is the one to tell
    }
  }

  private async write(path: string, chunks: Chunks): Promise<void> {
    const handle = await open(path, 'wx', 0o644)
    try {
      for await (const chunk of chunks) {
        this.signal?.throwIfAborted()
        await handle.writeFile(chunk)
      }
      await handle.sync()
    } finally {
      await handle.close()
    }
  }

  get(path: string, range?: Range): Promise<AsyncIterable<Uint8Array> | null> {
    return told(async () => {
      await this.needRoot()
      const found = await orNull(lstat(this.at(path)))
      return found?.isFile() === true ? this.read(path, range) : null
    })
  }

  private async *read(path: string, range?: Range): AsyncGenerator<Uint8Array, void, undefined> {
    const part = range === undefined ? {} : { start: range.from, end: range.to }
    try {
      yield* createReadStream(this.at(path), {
        highWaterMark: CHUNK,
        ...(this.signal === undefined ? {} : { signal: this.signal }),
        ...part,
      }) as AsyncIterable<Uint8Array>
    } catch (error) {
      this.signal?.throwIfAborted()
      throw troubleOf(error)
    }
  }

  stat(path: string): Promise<{ readonly size: number } | null> {
    return told(async () => {
      await this.needRoot()
      const found = await orNull(lstat(this.at(path)))
      return found?.isFile() === true ? { size: found.size } : null
    })
  }

  list(folder: string, after = ''): Promise<readonly Entry[]> {
    return told(async () => {
      await this.needRoot()
      const found = (await orNull(readdir(this.at(folder), { withFileTypes: true }))) ?? []
      return found
        .filter((entry) => (entry.isFile() || entry.isDirectory()) && entry.name > after && !entry.name.startsWith(TEMPORARY))
        .map((entry) => ({ name: entry.name, folder: entry.isDirectory() }))
        .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    })
  }

  async overwrite(path: string, bytes: Uint8Array): Promise<'refused' | 'taken'> {
    try {
      await this.write(this.at(path), [bytes])
      return 'taken'
    } catch (error) {
      if (codeOf(error) === 'EEXIST') return 'refused'
      throw troubleOf(error)
    }
  }

  async discard(path: string): Promise<void> {
    await rm(this.at(path), { force: true, recursive: true }).catch(() => undefined)
  }

  async space(): Promise<number | null> {
    const found = await statfs(this.root).catch(() => null)
    return found === null ? null : found.bavail * found.bsize
  }

  clockOffset(): null {
    return null
  }
}
