import { createReadStream, existsSync } from 'node:fs'
import { join, normalize, sep } from 'node:path'
import { Readable } from 'node:stream'
import { pathToFileURL } from 'node:url'
import { net, protocol } from 'electron'
import { copyPath, originalPath } from '../attachment/blob-store.ts'
import { isPicture, sniffFile } from '../attachment/sniff.ts'

export const CONTENT_SECURITY_POLICY = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' blob: data:",
  "connect-src 'self'",
  "font-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** Before the app is ready: our scheme behaves like https, so that storage, fetch and the policy work. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } }])
}

const notFound = (): Response => new Response('not found', { status: 404 })

/** The bytes of a picture by its sha256. Its type is what its bytes say; anything but a picture is not shown. */
function serveBlob(folder: string | null, path: string, wantsCopy: boolean): Response {
  const sha256 = /^\/blob\/([0-9a-f]{64})$/.exec(path)?.[1]
  if (folder === null || sha256 === undefined) return notFound()
  const copy = copyPath(folder, sha256)
  const file = wantsCopy && existsSync(copy) ? copy : originalPath(folder, sha256)
  const type = existsSync(file) ? sniffFile(file) : ''
  if (!isPicture(type)) return notFound()
  const headers = { 'content-type': type, 'x-content-type-options': 'nosniff', 'cache-control': 'private, max-age=31536000, immutable' }
  return new Response(Readable.toWeb(createReadStream(file)) as ReadableStream, { headers })
}

async function serveFile(root: string, path: string): Promise<Response> {
  const file = normalize(join(root, decodeURIComponent(path === '/' ? '/index.html' : path)))
  if (!file.startsWith(root + sep)) return notFound()
  const response = await net.fetch(pathToFileURL(file).href).catch(notFound)
  const headers = new Headers(response.headers)
  headers.set('content-security-policy', CONTENT_SECURITY_POLICY)
  headers.set('x-content-type-options', 'nosniff')
  return new Response(response.body, { status: response.status, headers })
}

/** Serves the built interface, and the pictures of the open profile, at app://ui. */
export function serveInterface(root: string, profileFolder: () => string | null): void {
  protocol.handle('app', (request) => {
    const url = new URL(request.url)
    if (url.host !== 'ui' || request.method !== 'GET') return notFound()
    if (url.pathname.startsWith('/blob/')) return serveBlob(profileFolder(), url.pathname, url.searchParams.has('copy'))
    return serveFile(root, url.pathname)
  })
}
