import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'

const script = (name: string): string => new URL(`${name}.sh`, import.meta.url).pathname

type Told = { readonly [key: string]: string }

/** Starts a real server on loopback for the tests of this file; null, said loudly, where it cannot be installed. */
function start(name: 'webdav-server' | 's3-server', what: string): Told | null {
  const dir = mkdtempSync(join(tmpdir(), `xunzhi-${name}-`))
  const { status, stdout, stderr } = existsSync('/usr/bin/apt-get')
    ? spawnSync('bash', [script(name), dir], { encoding: 'utf8' })
    : { status: 1, stdout: '', stderr: 'this system has no apt' }
  afterAll(() => {
    spawnSync('bash', [script(name), dir, 'stop'])
    rmSync(dir, { recursive: true, force: true })
  })
  if (status !== 0) {
    console.warn(`!!! SKIPPED: nothing is tested against ${what}: ${stderr.trim()}`)
    return null
  }
  return Object.fromEntries(
    stdout
      .trim()
      .split('\n')
      .map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
  )
}

export interface WebdavEngine {
  readonly url: string
  readonly plainUrl: string
  readonly user: string
  readonly password: string
  readonly ca: string
  /** The folder it serves. */
  readonly data: string
}

export function startWebdav(): WebdavEngine | null {
  const told = start('webdav-server', 'Apache mod_dav')
  if (told === null) return null
  const { URL: url = '', HTTP_URL: plainUrl = '', USER: user = '', PASSWORD: password = '', CA: ca = '', DATA: data = '' } = told
  return { url, plainUrl, user, password, ca, data }
}

export interface S3Engine {
  readonly endpoint: string
  readonly bucket: string
  readonly accessKey: string
  readonly secretKey: string
}

export function startS3(): S3Engine | null {
  const told = start('s3-server', 'Ceph RADOS Gateway')
  if (told === null) return null
  const { ENDPOINT: endpoint = '', BUCKET: bucket = '', ACCESS_KEY: accessKey = '', SECRET_KEY: secretKey = '' } = told
  return { endpoint, bucket, accessKey, secretKey }
}
