import { type ClientRequest, createServer, type IncomingMessage, request, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'

/** What happens to a request on its way to a real server, and to the answer on its way back. */
export type Fault =
  | { readonly kind: 'status'; readonly code: number; readonly headers?: Record<string, string>; readonly body?: string }
  /** The server gets the head and that many bytes of the body, then the line is cut. */
  | { readonly kind: 'cutRequest'; readonly bytes: number }
  /** The server does all of it; the client gets that many bytes of the answer. */
  | { readonly kind: 'cutResponse'; readonly bytes: number }
  /** The server does all of it; the client never hears. */
  | { readonly kind: 'loseResponse' }
  | { readonly kind: 'hang' }
  | { readonly kind: 'drip'; readonly bytes: number; readonly everyMs: number }
  | { readonly kind: 'corrupt'; readonly at: number }
  | { readonly kind: 'corruptRequest'; readonly at: number }
  /** A well-formed answer with only the first bytes of the body. */
  | { readonly kind: 'short'; readonly bytes: number }
  /** What was answered to the same request the last time. */
  | { readonly kind: 'stale' }
  | { readonly kind: 'reset' }

export interface Rule {
  readonly method?: string
  readonly path?: RegExp
  readonly fault: Fault
  /** How often; for ever when left out. */
  readonly times?: number
  /** Only the first time a path is asked for. */
  readonly oncePerPath?: boolean
}

interface Passed {
  readonly method: string
  readonly path: string
  readonly fault: Fault['kind'] | null
}

export interface FaultProxy {
  readonly url: string
  readonly log: Passed[]
  readonly rules: (rules: readonly Rule[]) => void
  readonly close: () => Promise<void>
}

interface Answer {
  readonly status: number
  readonly headers: string[]
  readonly body: Buffer
}

const HOP = /^(connection|keep-alive|transfer-encoding)$/i

async function whole(message: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = []
  for await (const part of message as AsyncIterable<Buffer>) parts.push(part)
  return Buffer.concat(parts)
}

function flipped(bytes: Buffer, at: number): Buffer {
  const copy = Buffer.from(bytes)
  if (at < copy.length) copy.writeUInt8(copy.readUInt8(at) ^ 1, at)
  return copy
}

class Breaker {
  readonly log: Passed[] = []
  rules: { readonly rule: Rule; used: number; readonly paths: Set<string> }[] = []
  private readonly target: URL
  private readonly last = new Map<string, Answer>()

  constructor(target: string) {
    this.target = new URL(target)
  }

  private take(method: string, path: string): Fault | null {
    const found = this.rules.find(({ rule, used, paths }) => {
      if (rule.method !== undefined && rule.method !== method) return false
      if (rule.path?.test(path) === false || used >= (rule.times ?? Number.POSITIVE_INFINITY)) return false
      return rule.oncePerPath !== true || !paths.has(path)
    })
    if (found === undefined) return null
    found.used += 1
    found.paths.add(path)
    return found.rule.fault
  }

  private open({ method = '', url = '', rawHeaders }: IncomingMessage): ClientRequest {
    const headers = rawHeaders.flatMap((_, at): [string, string][] =>
      at % 2 === 0 ? [[rawHeaders[at] ?? '', rawHeaders[at + 1] ?? '']] : [],
    )
    const passed = headers.filter(([name]) => !/^(connection|keep-alive)$/i.test(name)) // the Host goes through: signatures stay valid
    const { hostname, port } = this.target
    return request({ hostname, port, method, path: url, headers: Object.fromEntries(passed), agent: false, setHost: false })
  }

  private forward(asked: IncomingMessage, body: Buffer): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const outgoing = this.open(asked)
      outgoing.on('error', reject)
      outgoing.on('response', (message) => {
        const headers = message.rawHeaders.filter((_, at) => !HOP.test(message.rawHeaders[at - (at % 2)] ?? ''))
        whole(message).then((bytes) => resolve({ status: message.statusCode ?? 502, headers, body: bytes }), reject)
      })
      outgoing.end(body)
    })
  }

  async serve(asked: IncomingMessage, reply: ServerResponse): Promise<void> {
    const { method = '', url = '' } = asked
    const fault = this.take(method, url)
    this.log.push({ method, path: url, fault: fault?.kind ?? null })
    const body = await whole(asked)
    if (await this.insteadOfServer(fault, asked, body, reply)) return
    const answer = await this.forward(asked, fault?.kind === 'corruptRequest' ? flipped(body, fault.at) : body)
    await this.answer(answer, fault, `${method} ${url}`, reply)
  }

  /** What is answered, or not, without the server; false when the request is to go on. */
  private async insteadOfServer(fault: Fault | null, asked: IncomingMessage, body: Buffer, reply: ServerResponse): Promise<boolean> {
    if (fault === null) return false
    if (fault.kind === 'stale') return this.repeat(`${String(asked.method)} ${String(asked.url)}`, reply)
    if (fault.kind === 'status') reply.writeHead(fault.code, fault.headers).end(fault.body)
    else if (fault.kind === 'reset') asked.socket.resetAndDestroy()
    else if (fault.kind === 'cutRequest') await this.cutRequest(asked, body.subarray(0, fault.bytes))
    else return fault.kind === 'hang'
    return true
  }

  private repeat(key: string, reply: ServerResponse): boolean {
    const old = this.last.get(key)
    if (old !== undefined) send(reply, old, old.body)
    return old !== undefined
  }

  /** The head promises the whole body, so the server waits for the rest until the line is cut. */
  private async cutRequest(asked: IncomingMessage, bytes: Buffer): Promise<void> {
    const outgoing = this.open(asked)
    outgoing.on('error', () => undefined)
    outgoing.write(bytes)
    await wait(50)
    outgoing.destroy()
    asked.socket.resetAndDestroy()
  }

  private async answer(answer: Answer, fault: Fault | null, key: string, reply: ServerResponse): Promise<void> {
    const { body } = answer
    if (fault === null) this.last.set(key, answer)
    if (fault?.kind === 'loseResponse') reply.socket?.resetAndDestroy()
    else if (fault?.kind === 'cutResponse') await cut(reply, answer, fault.bytes)
    else if (fault?.kind === 'drip') await drip(reply, answer, fault)
    else send(reply, answer, spoiled(body, fault))
  }
}

function spoiled(body: Buffer, fault: Fault | null): Buffer {
  if (fault?.kind === 'corrupt') return flipped(body, fault.at)
  return fault?.kind === 'short' ? body.subarray(0, fault.bytes) : body
}

async function cut(reply: ServerResponse, { status, headers, body }: Answer, bytes: number): Promise<void> {
  const { socket } = reply
  reply.writeHead(status, sized(headers, body.length))
  reply.write(body.subarray(0, Math.min(bytes, body.length - 1)))
  await wait(20)
  socket?.resetAndDestroy()
}

const sized = (headers: string[], size: number): string[] => [
  ...headers.filter((_, at) => !/^content-length$/i.test(headers[at - (at % 2)] ?? '')),
  'content-length',
  String(size),
]

function send(reply: ServerResponse, { status, headers }: Answer, body: Buffer): void {
  reply.sendDate = false
  const bare = reply.req.method === 'HEAD' || status === 204
  reply.writeHead(status, bare ? headers : sized(headers, body.length))
  reply.end(bare ? undefined : body)
}

async function drip(
  reply: ServerResponse,
  { status, headers, body }: Answer,
  { bytes, everyMs }: Extract<Fault, { kind: 'drip' }>,
): Promise<void> {
  reply.writeHead(status, sized(headers, body.length))
  for (let at = 0; at < body.length && !reply.destroyed; at += bytes) {
    reply.write(body.subarray(at, at + bytes))
    await wait(everyMs)
  }
  reply.end()
}

const listening = (server: Server): Promise<number> =>
  new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port)))

/** Breaks traffic on purpose, in front of a real server on loopback that speaks plain HTTP. */
export async function startFaultProxy(target: string): Promise<FaultProxy> {
  const proxy = new Breaker(target)
  const server = createServer((asked, reply) => {
    proxy.serve(asked, reply).catch(() => asked.socket.destroy()) // the client, or the server, has gone
  })
  const port = await listening(server)
  return {
    url: `http://127.0.0.1:${String(port)}`,
    log: proxy.log,
    rules: (rules) => {
      proxy.rules = rules.map((rule) => ({ rule, used: 0, paths: new Set() }))
    },
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
