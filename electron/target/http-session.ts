import { type IncomingHttpHeaders, type IncomingMessage, Agent as PlainAgent, request as plainRequest } from 'node:http'
import { Agent as TlsAgent, request as tlsRequest } from 'node:https'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { rootCertificates } from 'node:tls'
import type { Chunks } from '../kernel/durable-file.ts'
import type { Patience } from './persist.ts'
import { TargetError } from './target.ts'

export interface HttpAnswer {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly body: AsyncGenerator<Uint8Array, void, undefined>
}

export interface HttpQuestion {
  readonly method: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: Chunks | undefined
}

/** A connection over which less than `bytes` go in `windowMs`, in both directions together, is given up: it hangs, or drips. */
export interface Pace {
  readonly windowMs: number
  readonly bytes: number
}

export const PACE: Pace = { windowMs: 30_000, bytes: 4096 }

export interface SessionOptions {
  /** Certificates of the storage's own authority (PEM), besides the ones everybody knows. */
  readonly ca?: string | undefined
  readonly pace?: Pace | undefined
  readonly patience?: Patience | undefined
  readonly signal?: AbortSignal | undefined
}

class PaceKeeper {
  /** Why the connection was given up; what is heard of it then is only that it broke. */
  reason: TargetError | null = null
  private bytes = 0
  private readonly timer: NodeJS.Timeout
  constructor(pace: Pace, giveUp: (reason: TargetError) => void) {
    this.timer = setInterval(() => {
      if (this.bytes < pace.bytes) {
        this.reason = new TargetError('unreachable', 'ETIMEDOUT', { again: true })
        giveUp(this.reason)
      }
      this.bytes = 0
    }, pace.windowMs)
  }
  count(bytes: number): void {
    this.bytes += bytes
  }
  end(): void {
    clearInterval(this.timer)
  }
}

const PERMANENT = /CERT|SELF_SIGNED|UNABLE_TO_|ERR_TLS|EPROTO|ERR_SSL|ERR_INVALID/

const networkError = (cause: unknown): Error => {
  if (cause instanceof TargetError || (cause instanceof Error && cause.name === 'AbortError')) return cause
  const reason = cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause)
  return new TargetError('unreachable', reason, { again: !PERMANENT.test(reason), cause })
}

async function* paced(incoming: IncomingMessage, keeper: PaceKeeper): AsyncGenerator<Uint8Array, void, undefined> {
  try {
    for await (const chunk of incoming as AsyncIterable<Buffer>) {
      keeper.count(chunk.length)
      yield chunk
    }
  } catch (error) {
    throw keeper.reason ?? networkError(error)
  } finally {
    keeper.end()
    incoming.destroy()
  }
}

/** HTTP with one storage: keeps connections, its certificates and its time; gives up what hangs or drips. Redirects are not followed. */
export class HttpSession {
  private readonly pace: Pace
  private readonly signal: AbortSignal | undefined
  private readonly plain = new PlainAgent({ keepAlive: true, maxSockets: 6 })
  private readonly tls: TlsAgent
  /** Local time minus the storage's at its last answer, in seconds; null before the first. */
  clockOffset: number | null = null

  constructor({ ca, pace = PACE, signal }: SessionOptions) {
    this.pace = pace
    this.signal = signal
    this.tls = new TlsAgent({ keepAlive: true, maxSockets: 6, ...(ca === undefined ? {} : { ca: [...rootCertificates, ca] }) })
  }

  close(): void {
    this.plain.destroy()
    this.tls.destroy()
  }

  async ask(url: URL, { method, headers, body }: HttpQuestion): Promise<HttpAnswer> {
    this.signal?.throwIfAborted()
    const incoming = await new Promise<{ message: IncomingMessage; keeper: PaceKeeper }>((resolve, reject) => {
      const secure = url.protocol === 'https:'
      const options = {
        method,
        headers,
        agent: secure ? this.tls : this.plain,
        ...(this.signal === undefined ? {} : { signal: this.signal }),
      }
      const outgoing = secure ? tlsRequest(url, options) : plainRequest(url, options)
      const keeper = new PaceKeeper(this.pace, (reason) => outgoing.destroy(reason))
      outgoing.on('error', (error) => {
        keeper.end()
        reject(networkError(error))
      })
      outgoing.on('response', (message) => resolve({ message, keeper }))
      if (body === undefined) outgoing.end()
      else void send(body, outgoing, keeper)
    })
    return this.answer(incoming.message, incoming.keeper)
  }

  private answer(message: IncomingMessage, keeper: PaceKeeper): HttpAnswer {
    const told = Date.parse(message.headers.date ?? '')
    if (!Number.isNaN(told)) this.clockOffset = Math.round((Date.now() - told) / 1000)
    return { status: message.statusCode ?? 0, headers: message.headers, body: paced(message, keeper) }
  }
}

/** An answer that comes before the whole body has been sent is the answer all the same, so a broken pipe is not told here. */
async function send(
  body: Chunks,
  outgoing: NodeJS.WritableStream & { destroy: (error?: Error) => unknown },
  keeper: PaceKeeper,
): Promise<void> {
  async function* counted(): AsyncGenerator<Uint8Array, void, undefined> {
    for await (const chunk of body) {
      yield chunk
      keeper.count(chunk.length)
    }
  }
  await pipeline(Readable.from(counted(), { objectMode: false }), outgoing).catch((error: unknown) => {
    outgoing.destroy(error as Error)
  })
}

/** The whole of a small answer; what is longer than that is no answer of a storage. */
export async function wholeOf(answer: Pick<HttpAnswer, 'body'>, max = 64 * 1024 * 1024): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of answer.body) {
    size += chunk.length
    if (size > max) throw new TargetError('notAStorage', `more than ${String(max)} bytes`)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

export const isHtml = ({ headers }: Pick<HttpAnswer, 'headers'>): boolean => /^text\/html/i.test(headers['content-type'] ?? '')

/** Too busy, locked, or broken for the moment; a method or a condition it does not know stays unknown (501, 505). */
export const isPassing = (status: number): boolean => [408, 423, 429].includes(status) || (status >= 500 && ![501, 505].includes(status))

/** What a status that is no success says of the storage. */
export function statusError(status: number, headers: IncomingHttpHeaders, reason = `HTTP ${String(status)}`): TargetError {
  if (status === 401 || status === 403) return new TargetError('signIn', reason)
  if (status === 507) return new TargetError('full', reason)
  if (isPassing(status)) return new TargetError('unreachable', reason, { again: true, waitMs: retryAfter(headers['retry-after']) })
  return new TargetError('notAStorage', `${reason} ${headers.location ?? ''}`.trim())
}

/** Seconds, or a date (RFC 9110 10.2.3). */
function retryAfter(header: string | undefined): number {
  if (header === undefined) return 0
  const ms = /^\d+$/.test(header) ? Number(header) * 1000 : Date.parse(header) - Date.now()
  return Number.isNaN(ms) ? 0 : Math.max(0, ms)
}
