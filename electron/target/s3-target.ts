import { createHash } from 'node:crypto'
import { AwsV4Signer } from 'aws4fetch'
import type { Chunks } from '../kernel/durable-file.ts'
import { type HttpAnswer, HttpSession, isHtml, isPassing, type SessionOptions, wholeOf } from './http-session.ts'
import { PATIENCE, persistently } from './persist.ts'
import { readListing, s3Error } from './s3-answers.ts'
import { type Entry, type Facts, notAsWritten, type ProbedTarget, type PutOutcome, type Range, type Source, TargetError } from './target.ts'

export interface S3Options extends SessionOptions {
  readonly endpoint: string
  readonly region: string
  readonly bucket: string
  /** Before every key: '' or `folder/`. */
  readonly prefix: string
  readonly accessKey: string
  readonly secretKey: string
  readonly pathStyle: boolean
}

interface Ask {
  readonly key?: string
  readonly query?: Readonly<Record<string, string>>
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: Source
  readonly facts?: Facts
}

const EMPTY = createHash('sha256').digest('hex')
const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
const SKEWED = 300
/** What is read back whole: heads, signatures, keys. */
const SMALL = 64 * 1024
/** What an answer that is no success may say. */
const ERROR = 1024 * 1024

/** An S3-compatible store: one PUT a file, which is atomic, with `If-None-Match: *` where that works; the signature covers the bytes. */
export class S3Target implements ProbedTarget {
  readonly listsAfter = true
  private readonly session: HttpSession
  private readonly options: S3Options
  private readonly base: URL
  /** Old and small stores answer 501 to a condition, or turn it round (ceph #69991). */
  private conditional = true
  /** Requests are signed by the store's clock when ours is too far off: a wrong clock must not keep anybody out. */
  private offset = 0

  constructor(options: S3Options) {
    this.options = options
    this.session = new HttpSession(options)
    this.base = new URL(options.endpoint)
    if (!options.pathStyle) this.base.hostname = `${options.bucket}.${this.base.hostname}`
  }

  private urlOf({ key = '', query = {} }: Ask): URL {
    const { bucket, pathStyle } = this.options
    const path = [this.base.pathname.replace(/\/$/, ''), ...(pathStyle ? [bucket] : []), key].join('/')
    const url = new URL(this.base)
    url.pathname = path
    for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value)
    return url
  }

  private keyOf(path: string): string {
    return `${this.options.prefix}${path}`
  }

  private async once(method: string, ask: Ask): Promise<HttpAnswer> {
    const { accessKey: accessKeyId, secretKey: secretAccessKey, region } = this.options
    const datetime = new Date(Date.now() - this.offset * 1000).toISOString().replace(/[:-]|\.\d{3}/g, '')
    const content: Record<string, string> = { 'x-amz-content-sha256': ask.facts?.sha256 ?? EMPTY, ...ask.headers }
    const signer = new AwsV4Signer({
      method,
      url: this.urlOf(ask).href,
      headers: content,
      accessKeyId,
      secretAccessKey,
      region,
      service: 's3',
      datetime,
    })
    const { url, headers } = await signer.sign()
    const length: Record<string, string> = ask.facts === undefined ? {} : { 'content-length': String(ask.facts.size) }
    const body: Chunks | undefined = ask.body?.()
    return this.session.ask(url, { method, headers: { ...Object.fromEntries(headers), ...length }, body })
  }

  private ask(method: string, ask: Ask): Promise<HttpAnswer> {
    const { patience = PATIENCE, signal } = this.options
    return persistently(() => this.askByClock(method, ask), patience, signal)
  }

  private async askByClock(method: string, ask: Ask): Promise<HttpAnswer> {
    const answer = await this.once(method, ask)
    const off = this.session.clockOffset ?? 0
    if (isPassing(answer.status)) throw s3Error(answer, (await wholeOf(answer, ERROR)).toString('utf8')) ?? notAsWritten(ask.key ?? '')
    if (answer.status !== 403 || Math.abs(off - this.offset) < SKEWED) return answer
    await wholeOf(answer, ERROR)
    this.offset = off
    return this.once(method, ask)
  }

  /** The answer when it is a success; null when there is no such thing. */
  private async found(method: string, ask: Ask): Promise<HttpAnswer | null> {
    const answer = await this.ask(method, ask)
    if (answer.status >= 200 && answer.status < 300) return answer
    const text = (await wholeOf(answer, ERROR)).toString('utf8')
    const trouble = s3Error(answer, text)
    if (trouble === null) return null
    throw trouble
  }

  async putNew(path: string, source: Source, facts: Facts): Promise<PutOutcome> {
    const before = await this.compare(path, facts)
    if (before !== null) return before
    const answer = await this.send(path, source, facts)
    if (answer === 'taken') {
      const there = await this.compare(path, facts)
      if (there !== null) return there
      this.conditional = false // it says that the name is taken, and nothing bears it
      throw notAsWritten(path)
    }
    const after = await this.look(() => this.compare(path, facts), path)
    if (after !== 'same') throw notAsWritten(path)
    return 'created'
  }

  /** Some stores show a new object a moment later. */
  private look<T>(find: () => Promise<T | null>, path: string): Promise<T> {
    const { patience = PATIENCE, signal } = this.options
    return persistently(async () => (await find()) ?? Promise.reject(notAsWritten(path)), patience, signal)
  }

  private async send(path: string, source: Source, facts: Facts): Promise<'created' | 'taken'> {
    const { conditional } = this
    const condition: Record<string, string> = conditional ? { 'if-none-match': '*' } : {}
    const headers = { 'x-amz-meta-sha256': facts.sha256, 'content-type': 'application/octet-stream', ...condition }
    const answer = await this.ask('PUT', { key: this.keyOf(path), headers, body: source, facts })
    const text = (await wholeOf(answer, ERROR)).toString('utf8')
    if (answer.status >= 200 && answer.status < 300 && !isHtml(answer)) return 'created'
    if (answer.status === 412 || answer.status === 409) return 'taken'
    if (answer.status === 501 && conditional) {
      this.conditional = false
      return this.send(path, source, facts)
    }
    throw s3Error(answer, text) ?? new TargetError('notAStorage', 'NoSuchBucket')
  }

  /** A small one by its bytes; a large one by the hash stored beside it, or by its bytes when somebody copied it there. */
  private async compare(path: string, { size, sha256 }: Facts): Promise<'same' | 'different' | null> {
    const answer = await this.found('HEAD', { key: this.keyOf(path) })
    if (answer === null) return null
    await wholeOf(answer)
    if (Number(answer.headers['content-length'] ?? size) !== size) return 'different'
    const beside = size > SMALL ? answer.headers['x-amz-meta-sha256'] : undefined
    const stored = beside ?? (await this.storedHash(path))
    return stored === sha256 ? 'same' : 'different'
  }

  private async storedHash(path: string): Promise<string> {
    const sum = createHash('sha256')
    for await (const chunk of (await this.get(path)) ?? []) sum.update(chunk)
    return sum.digest('hex')
  }

  async get(path: string, range?: Range): Promise<AsyncIterable<Uint8Array> | null> {
    const headers: Record<string, string> = range === undefined ? {} : { range: `bytes=${String(range.from)}-${String(range.to)}` }
    const answer = await this.found('GET', { key: this.keyOf(path), headers })
    if (answer === null) return null
    const wrong = isHtml(answer) ? 'text/html' : range !== undefined && answer.status !== 206 ? 'no ranges' : null
    if (wrong === null) return answer.body
    await answer.body.return()
    throw new TargetError('notAStorage', wrong)
  }

  async stat(path: string): Promise<{ readonly size: number } | null> {
    const answer = await this.found('HEAD', { key: this.keyOf(path) })
    if (answer === null) return null
    await wholeOf(answer)
    return { size: Number(answer.headers['content-length'] ?? -1) }
  }

  async list(folder: string, after = ''): Promise<readonly Entry[]> {
    const prefix = this.keyOf(folder === '' ? '' : `${folder}/`)
    const entries: Entry[] = []
    for (let token: string | null = ''; token !== null; ) {
      const start: Record<string, string> = token === '' ? {} : { 'continuation-token': token }
      const from: Record<string, string> = after === '' || token !== '' ? {} : { 'start-after': `${prefix}${after}` }
      const answer = await this.found('GET', { query: { 'list-type': '2', delimiter: '/', prefix, ...start, ...from } })
      if (answer === null) throw new TargetError('notAStorage', 'NoSuchBucket')
      const page = readListing(await wholeOf(answer), prefix)
      entries.push(...page.entries)
      token = page.next
    }
    return entries.filter(({ name }) => name > after).toSorted((a, b) => (a.name < b.name ? -1 : 1))
  }

  async overwrite(path: string, bytes: Uint8Array, _way: 'publish' | 'conditional'): Promise<'refused' | 'taken' | 'unsupported'> {
    const facts = { size: bytes.length, sha256: hashOf(bytes) }
    const answer = await this.ask('PUT', { key: this.keyOf(path), headers: { 'if-none-match': '*' }, body: () => [bytes], facts })
    await wholeOf(answer)
    if (answer.status === 501) return 'unsupported'
    return answer.status === 412 || answer.status === 409 ? 'refused' : 'taken'
  }

  async discard(path: string): Promise<void> {
    await this.ask('DELETE', { key: this.keyOf(path) }).then(wholeOf, () => undefined)
  }

  async space(): Promise<null> {
    return null
  }

  clockOffset(): number | null {
    return this.session.clockOffset
  }
}
