import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'

/** What real storages do, each seen somewhere (docs/targets.md). Change them while the server runs. */
export interface Quirks {
  /** Bytes it takes before it is full. */
  room?: number
  /** Every answer is a page to sign in on, with status 200. */
  loginPage?: boolean
  /** Conditions on a PUT or a MOVE: kept, not looked at, turned round (ceph #69991), or not known (501). */
  condition?: 'kept' | 'ignored' | 'inverted' | 'unknown'
  /** A new file shows only at the so-many-th look. */
  shyLooks?: number
  /** Stores only the first bytes of what is put, and says that all is well. */
  cutsAt?: number
  foldsCase?: boolean
  /** Lists what there was before the last change. */
  oldLists?: boolean
  /** Its clock against ours, in seconds. */
  clock?: number
  /** Knows no ranges and sends the whole. */
  noRanges?: boolean
}

export interface StorageServer {
  readonly url: string
  readonly files: Map<string, Buffer>
  readonly quirks: Quirks
  /** `PUT /path` of every request. */
  readonly log: string[]
}

export const BUCKET = 'batches'

const xml = (text: string): string => text.replace(/[&<>]/g, (sign) => `&#${String(sign.charCodeAt(0))};`)

/** As much of WebDAV and of S3 as this product speaks, over files in memory. What real servers do is tested with real servers. */
class Storage {
  readonly files = new Map<string, Buffer>()
  readonly folders = new Set([''])
  readonly quirks: Quirks
  readonly log: string[] = []
  private readonly looks = new Map<string, number>()
  private before: string[] = []
  private now: string[] = []

  constructor(quirks: Quirks) {
    this.quirks = quirks
  }

  private fold(path: string): string {
    return this.quirks.foldsCase === true ? path.toLowerCase() : path
  }

  private find(path: string): Buffer | undefined {
    const looks = this.looks.get(path) ?? 0
    this.looks.set(path, looks + 1)
    return looks < (this.quirks.shyLooks ?? 0) && this.files.has(this.fold(path)) ? undefined : this.files.get(this.fold(path))
  }

  private refuses(path: string, conditional: boolean): number | null {
    const { condition = 'kept' } = this.quirks
    const taken = this.files.has(this.fold(path))
    if (!conditional || condition === 'ignored') return null
    if (condition === 'unknown') return 501
    return taken === (condition === 'kept') ? 412 : null
  }

  private put(path: string, bytes: Buffer): number {
    const used = [...this.files.values()].reduce((sum, { length }) => sum + length, 0)
    if (used + bytes.length > (this.quirks.room ?? Number.POSITIVE_INFINITY)) return 507
    this.before = [...this.files.keys()]
    this.files.set(this.fold(path), bytes.subarray(0, this.quirks.cutsAt ?? bytes.length))
    this.looks.delete(path)
    this.now = [...this.files.keys()]
    return 201
  }

  /** Names one level below a folder; a name with more behind it is a folder, and has no size. */
  private listed(folder: string): Map<string, number | null> {
    const prefix = folder === '' ? '' : `${folder}/`
    const files = this.quirks.oldLists === true ? this.before : [...this.files.keys()]
    const below = [...[...this.folders].map((made) => `${made}/`), ...files].filter((path) => path.startsWith(prefix) && path !== prefix)
    return new Map(
      below.map((path) => {
        const [name = '', ...more] = path.slice(prefix.length).split('/')
        return [name, more.length > 0 ? null : this.sizeOf(path)]
      }),
    )
  }

  private sizeOf(path: string): number {
    return this.files.get(path)?.length ?? 0
  }

  serve(asked: IncomingMessage, body: Buffer, reply: ServerResponse): void {
    reply.sendDate = false
    reply.setHeader('date', new Date(Date.now() + (this.quirks.clock ?? 0) * 1000).toUTCString())
    if (this.quirks.loginPage === true) {
      reply.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><html><body><form>password</form></body></html>')
      return
    }
    const url = new URL(asked.url ?? '/', 'http://localhost')
    const path = decodeURIComponent(url.pathname).replace(/^\/|\/$/g, '')
    if (asked.headers['x-amz-date'] === undefined) this.dav(asked, path, body, reply)
    else this.s3(asked, { path: path.slice(BUCKET.length + 1), query: url.searchParams }, body, reply)
  }

  private dav(asked: IncomingMessage, path: string, body: Buffer, reply: ServerResponse): void {
    const done = this.davChange(asked, path, body)
    if (done !== null) reply.writeHead(done).end()
    else if (asked.method === 'PROPFIND') this.propfind(path, asked.headers['depth'] === '1', reply)
    else this.get(path, asked, reply)
  }

  /** The status of what changes something; null for what only looks. */
  private davChange(asked: IncomingMessage, path: string, body: Buffer): number | null {
    const hasParent = this.folders.has(path.slice(0, Math.max(0, path.lastIndexOf('/'))))
    if (asked.method === 'PUT') return hasParent ? (this.refuses(path, 'if-none-match' in asked.headers) ?? this.put(path, body)) : 409
    if (asked.method === 'MOVE') return this.move(path, asked)
    if (asked.method === 'MKCOL') return hasParent ? this.makeFolder(path) : 409
    if (asked.method === 'DELETE') return this.files.delete(this.fold(path)) || this.folders.delete(path) ? 204 : 404
    return null
  }

  private makeFolder(path: string): number {
    if (this.folders.has(path)) return 405
    this.folders.add(path)
    return 201
  }

  private move(path: string, asked: IncomingMessage): number {
    const to = decodeURIComponent(new URL(String(asked.headers['destination'])).pathname).replace(/^\/|\/$/g, '')
    const bytes = this.files.get(this.fold(path))
    if (bytes === undefined) return 404
    const refused = this.refuses(to, asked.headers['overwrite'] === 'F')
    if (refused !== null) return refused
    this.files.delete(this.fold(path))
    this.before = this.now
    this.files.set(this.fold(to), bytes)
    this.now = [...this.files.keys()]
    return 201
  }

  private propfind(path: string, deep: boolean, reply: ServerResponse): void {
    const file = this.folders.has(path) ? undefined : this.find(path)
    if (file === undefined && !this.folders.has(path)) {
      reply.writeHead(404).end()
      return
    }
    const item = (name: string, size: number | null): string =>
      `<D:response><D:href>/${xml(encodeURI(name))}</D:href><D:propstat><D:prop><D:resourcetype>${size === null ? '<D:collection/>' : ''}</D:resourcetype>${
        size === null ? '' : `<D:getcontentlength>${String(size)}</D:getcontentlength>`
      }</D:prop><D:status>HTTP/1.1 200 OK</D:status></D:propstat></D:response>`
    const below = deep && file === undefined ? [...this.listed(path)] : []
    const items = [
      item(file === undefined ? `${path}/` : path, file?.length ?? null),
      ...below.map(([name, size]) => item(`${path === '' ? '' : `${path}/`}${name}`, size)),
    ]
    reply.writeHead(207, { 'content-type': 'application/xml' })
    reply.end(`<?xml version="1.0"?><D:multistatus xmlns:D="DAV:">${items.join('')}</D:multistatus>`)
  }

  private get(path: string, asked: IncomingMessage, reply: ServerResponse): void {
    const bytes = this.find(path)
    if (bytes === undefined) {
      reply.writeHead(404).end()
      return
    }
    const [, from, to] = /^bytes=(\d+)-(\d+)$/.exec(asked.headers.range ?? '') ?? []
    const ranged = from !== undefined && this.quirks.noRanges !== true
    const part = ranged ? bytes.subarray(Number(from), Number(to) + 1) : bytes
    reply.writeHead(ranged ? 206 : 200, { 'content-length': part.length, 'content-type': 'application/octet-stream' })
    reply.end(asked.method === 'HEAD' ? undefined : part)
  }

  private s3(asked: IncomingMessage, { path, query }: { path: string; query: URLSearchParams }, body: Buffer, reply: ServerResponse): void {
    if (asked.method === 'PUT') {
      const status = this.refuses(path, 'if-none-match' in asked.headers) ?? this.put(path, body)
      const code = status === 507 ? 'QuotaExceeded' : status === 501 ? 'NotImplemented' : 'PreconditionFailed'
      reply.writeHead(status === 201 ? 200 : status === 507 ? 403 : status).end(status === 201 ? '' : `<Error><Code>${code}</Code></Error>`)
    } else if (asked.method === 'DELETE') {
      this.files.delete(this.fold(path))
      reply.writeHead(204).end()
    } else if (query.has('list-type')) this.listBucket(query, reply)
    else this.get(path, asked, reply)
  }

  /** Two to a page, so that every listing has to be read on. */
  private listBucket(query: URLSearchParams, reply: ServerResponse): void {
    const prefix = query.get('prefix') ?? ''
    const start = query.get('continuation-token') ?? query.get('start-after') ?? ''
    const all = [...this.listed(prefix.replace(/\/$/, ''))].map(([name, size]) => ({
      key: `${prefix}${name}${size === null ? '/' : ''}`,
      size,
    }))
    const rest = all.filter(({ key }) => key > start).toSorted((a, b) => (a.key < b.key ? -1 : 1))
    const page = rest.slice(0, 2)
    const items = page.map(({ key, size }) =>
      size === null ? `<CommonPrefixes><Prefix>${xml(key)}</Prefix></CommonPrefixes>` : `<Contents><Key>${xml(key)}</Key></Contents>`,
    )
    const more = rest.length > 2 ? `<NextContinuationToken>${xml(page.at(-1)?.key ?? '')}</NextContinuationToken>` : ''
    reply.writeHead(200, { 'content-type': 'application/xml' })
    reply.end(`<ListBucketResult><IsTruncated>${String(rest.length > 2)}</IsTruncated>${more}${items.join('')}</ListBucketResult>`)
  }
}

/** A storage on loopback for one test. */
export async function aStorage(quirks: Quirks = {}): Promise<StorageServer> {
  const storage = new Storage(quirks)
  const server = createServer((asked, reply) => {
    const parts: Buffer[] = []
    asked.on('data', (part: Buffer) => parts.push(part))
    asked.on('error', () => undefined)
    asked.on('end', () => {
      storage.log.push(`${asked.method ?? ''} ${asked.url ?? ''}`)
      storage.serve(asked, Buffer.concat(parts), reply)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const { port } = server.address() as AddressInfo
  return { url: `http://127.0.0.1:${String(port)}`, files: storage.files, quirks: storage.quirks, log: storage.log }
}
