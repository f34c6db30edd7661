import { createHash, randomBytes } from 'node:crypto'
import { Readable } from 'node:stream'
import {
  AuthType,
  createClient,
  type FileStat,
  getPatcher,
  type RequestOptionsCustom,
  type WebDAVClient,
  type WebDAVClientOptions,
} from 'webdav'
import type { HttpAnswer } from './http-session.ts'
import { HttpSession, isHtml, isPassing, type SessionOptions, statusError, wholeOf } from './http-session.ts'
import { PATIENCE, persistently } from './persist.ts'
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
} from './target.ts'

/** A listing of more than this is not one of ours. */
const LISTING = 64 * 1024 * 1024
/** What is read back whole although the connection is sealed: heads, signatures, keys. */
const SMALL = 64 * 1024

interface Fetch {
  readonly method: string
  readonly headers: Record<string, string>
  readonly body?: unknown
  readonly agent: (url: URL) => HttpSession
}

const bodyOf = (body: unknown): Iterable<Uint8Array> | AsyncIterable<Uint8Array> | undefined => {
  if (body === undefined) return undefined
  if (body instanceof Readable) return body as AsyncIterable<Uint8Array>
  return [Buffer.from(body as string)]
}

/** The library makes the requests, the session carries them: its own HTTP knows neither time limits nor a pace. */
async function carry(url: string, { method, headers, body, agent }: Fetch): Promise<Response> {
  const address = new URL(url)
  const answer = await agent(address).ask(address, { method, headers, body: bodyOf(body) })
  if (answer.status >= 300 && answer.status < 400) throw await redirected(answer)
  const told = Object.entries(answer.headers).flatMap(([name, value]): [string, string][] =>
    typeof value === 'string' ? [[name, value]] : [],
  )
  return new Response(await replyBody(method, answer), { status: answer.status, headers: told })
}

/** A storage does not send one elsewhere; a login page does, and a server that speaks only https. */
async function redirected(answer: HttpAnswer): Promise<TargetError> {
  await wholeOf(answer)
  return statusError(answer.status, answer.headers)
}

async function replyBody(method: string, answer: HttpAnswer): Promise<ReadableStream | Uint8Array<ArrayBuffer> | null> {
  if (method === 'GET' && answer.status < 300) return Readable.toWeb(Readable.from(answer.body, { objectMode: false })) as ReadableStream
  const whole = await wholeOf(answer, LISTING)
  return answer.status === 204 || answer.status === 304 ? null : new Uint8Array(whole)
}

getPatcher().patch('fetch', carry as never)

const statusOf = (error: unknown): number => (error instanceof Error && 'status' in error ? Number(error.status) : 0)

function troubleOf(error: unknown): unknown {
  if (error instanceof TargetError || (error instanceof Error && error.name === 'AbortError')) return error
  const { response } = error as { readonly response?: Response }
  if (response !== undefined) return statusError(response.status, Object.fromEntries(response.headers))
  return new TargetError('notAStorage', error instanceof Error ? error.message.slice(0, 200) : String(error), { cause: error })
}

const ABSENT = new Set([404, 410])
/** What servers say to a PUT or MOVE into a folder that is not there: RFC 4918 wants 409. */
const NO_PARENT = new Set([404, 409])

export interface WebdavOptions extends SessionOptions {
  readonly url: string
  readonly user: string
  readonly password: string
}

/**
 * Basic, or Digest where the server asks for it. The library knows Latin letters only; a password in other ones goes as Basic in UTF-8
 * (RFC 7617 2.1).
 */
function signIn(username: string, password: string): WebDAVClientOptions {
  if (username === '' && password === '') return { authType: AuthType.None }
  if (/^[\x20-\x7e]*$/.test(username + password)) return { authType: AuthType.Auto, username, password }
  const pair = Buffer.from(`${username}:${password}`).toString('base64')
  return { authType: AuthType.None, headers: { Authorization: `Basic ${pair}` } }
}

/** A WebDAV server (RFC 4918): a temporary name, then MOVE with Overwrite: F; Depth 1 and 0 only, no locks. */
export class WebdavTarget implements ProbedTarget {
  readonly listsAfter = false
  private readonly session: HttpSession
  private readonly client: WebDAVClient
  private readonly sealed: boolean
  private readonly options: SessionOptions
  private readonly folders = new Set<string>([''])

  constructor({ url, user, password, ...options }: WebdavOptions) {
    this.options = options
    this.session = new HttpSession(options)
    this.sealed = url.startsWith('https:')
    this.client = createClient(url, { ...signIn(user, password), httpAgent: this.session, httpsAgent: this.session })
  }

  /** One request, asked again while that may help; what else it says is for the caller to judge. */
  private again<T>(work: () => Promise<T>): Promise<T> {
    const { patience = PATIENCE, signal } = this.options
    const once = async (): Promise<T> => {
      try {
        return await work()
      } catch (error) {
        throw isPassing(statusOf(error)) ? troubleOf(error) : error
      }
    }
    return persistently(once, patience, signal)
  }

  private async orNull<T>(work: () => Promise<T>): Promise<T | null> {
    try {
      return await this.again(work)
    } catch (error) {
      if (ABSENT.has(statusOf(error))) return null
      throw troubleOf(error)
    }
  }

  private async request(path: string, options: RequestOptionsCustom): Promise<Response> {
    return (await this.client.customRequest(`/${path}`, options)) as unknown as Response
  }

  async putNew(path: string, source: Source, facts: Facts): Promise<PutOutcome> {
    const before = await this.compare(path, facts)
    if (before !== null) return before
    await this.needFolder(path.slice(0, Math.max(0, path.lastIndexOf('/'))))
    const temporary = `${path.slice(0, path.lastIndexOf('/') + 1)}${TEMPORARY}${randomBytes(8).toString('hex')}`
    try {
      await this.send(temporary, source, facts)
      if (!(await this.shows(temporary, facts))) throw notAsWritten(path)
      const outcome = await this.move(temporary, path, facts)
      if (!(await this.shows(path, facts))) throw notAsWritten(path)
      return outcome
    } catch (error) {
      await this.discard(temporary)
      throw error
    }
  }

  private async compare(path: string, facts: Facts): Promise<'same' | 'different' | null> {
    const found = await this.stat(path)
    if (found === null) return null
    return found.size === facts.size && (await this.holds(path, facts)) === true ? 'same' : 'different'
  }

  /** Some servers show a new file a moment later. */
  private shows(path: string, facts: Facts): Promise<boolean> {
    const { patience = PATIENCE, signal } = this.options
    return persistently(async () => (await this.holds(path, facts)) ?? Promise.reject(notAsWritten(path)), patience, signal)
  }

  /** Read back whole where nothing else guards the bytes; behind TLS the size of a large object is enough to find a cut. Null: not there. */
  private async holds(path: string, { size, sha256 }: Facts): Promise<boolean | null> {
    if (this.sealed && size > SMALL) {
      const found = await this.stat(path)
      return found === null ? null : found.size === size
    }
    const chunks = await this.get(path)
    if (chunks === null) return null
    const sum = createHash('sha256')
    for await (const chunk of chunks) sum.update(chunk)
    return sum.digest('hex') === sha256
  }

  private async send(path: string, source: Source, { size }: Facts): Promise<void> {
    const headers = { 'Content-Length': String(size), 'Content-Type': 'application/octet-stream' }
    try {
      await this.again(() => this.request(path, { method: 'PUT', headers, data: Readable.from(source(), { objectMode: false }) as never }))
    } catch (error) {
      if (NO_PARENT.has(statusOf(error))) throw this.forgetFolders(error)
      throw troubleOf(error)
    }
  }

  /** Somebody emptied the storage meanwhile: the folders are made anew the next time round. */
  private forgetFolders(error: unknown): TargetError {
    this.folders.clear()
    this.folders.add('')
    return new TargetError('unreachable', `HTTP ${String(statusOf(error))}`, { again: true, cause: error })
  }

  private async move(from: string, to: string, facts: Facts): Promise<PutOutcome> {
    try {
      await this.again(() => this.client.moveFile(`/${from}`, `/${to}`, { overwrite: false }))
      return 'created'
    } catch (error) {
      // Taken; or moved the first time, and the answer was lost.
      if (statusOf(error) !== 412 && statusOf(error) !== 404) throw troubleOf(error)
      await this.discard(from)
      return (await this.compare(to, facts)) ?? Promise.reject(notAsWritten(to))
    }
  }

  private async needFolder(folder: string): Promise<void> {
    if (this.folders.has(folder)) return
    await this.needFolder(folder.slice(0, Math.max(0, folder.lastIndexOf('/'))))
    try {
      await this.again(() => this.client.createDirectory(`/${folder}`))
    } catch (error) {
      if (!(await this.isFolder(folder))) throw troubleOf(error)
    }
    this.folders.add(folder)
  }

  private async isFolder(folder: string): Promise<boolean> {
    const found = await this.orNull(() => this.client.stat(`/${folder}`))
    return found !== null && (found as FileStat).type === 'directory'
  }

  async get(path: string, range?: Range): Promise<AsyncIterable<Uint8Array> | null> {
    const headers: Record<string, string> = range === undefined ? {} : { Range: `bytes=${String(range.from)}-${String(range.to)}` }
    const response = await this.orNull(() => this.request(path, { method: 'GET', headers }))
    if (response === null) return null
    if (isHtml({ headers: Object.fromEntries(response.headers) })) throw new TargetError('notAStorage', 'text/html')
    if (range !== undefined && response.status !== 206) throw new TargetError('notAStorage', 'no ranges')
    return chunksOf(response)
  }

  async stat(path: string): Promise<{ readonly size: number } | null> {
    const found = (await this.orNull(() => this.client.stat(`/${path}`))) as FileStat | null
    return found?.type === 'file' ? { size: found.size } : null
  }

  async list(folder: string, after = ''): Promise<readonly Entry[]> {
    const found = (await this.orNull(() => this.client.getDirectoryContents(`/${folder}`))) ?? []
    return found
      .filter(({ basename }) => basename > after && !basename.startsWith(TEMPORARY))
      .map(({ basename, type }) => ({ name: basename, folder: type === 'directory' }))
      .toSorted((a, b) => (a.name < b.name ? -1 : 1))
  }

  async overwrite(path: string, bytes: Uint8Array, way: 'publish' | 'conditional'): Promise<'refused' | 'taken'> {
    const temporary = way === 'publish' ? path.replace(/[^/]*$/, `${TEMPORARY}probe`) : path
    const condition: Record<string, string> = way === 'conditional' ? { 'If-None-Match': '*' } : {}
    try {
      await this.request(temporary, { method: 'PUT', headers: condition, data: new Uint8Array(bytes) })
      if (way === 'publish') await this.client.moveFile(`/${temporary}`, `/${path}`, { overwrite: false })
      return 'taken'
    } catch (error) {
      if (statusOf(error) === 412) return 'refused'
      throw troubleOf(error)
    } finally {
      if (way === 'publish') await this.discard(temporary)
    }
  }

  async discard(path: string): Promise<void> {
    await this.client.deleteFile(`/${path}`).catch(() => undefined) // not there, or not allowed: nobody reads it
  }

  async space(): Promise<number | null> {
    const quota = await this.client.getQuota().catch(() => null)
    return quota !== null && 'available' in quota && typeof quota.available === 'number' ? quota.available : null
  }

  clockOffset(): number | null {
    return this.session.clockOffset
  }
}

async function* chunksOf(response: Response): AsyncGenerator<Uint8Array, void, undefined> {
  if (response.body === null) return
  try {
    yield* response.body as unknown as AsyncIterable<Uint8Array>
  } catch (error) {
    throw troubleOf(error instanceof Error && error.cause instanceof TargetError ? error.cause : error)
  }
}
