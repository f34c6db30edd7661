import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { openTarget } from '#electron/target/open-target'
import type { ProbedTarget } from '#electron/target/target'
import { conforms } from './conformance.ts'
import { aStorage, BUCKET, type Quirks } from './storage-server.ts'

function folder(): ProbedTarget {
  const path = mkdtempSync(join(tmpdir(), 'xunzhi-target-'))
  onTestFinished(() => rmSync(path, { recursive: true, force: true }))
  return openTarget({ kind: 'folder', name: 't', path }, '')
}

const webdav = (quirks: Quirks) => async (): Promise<ProbedTarget> =>
  openTarget({ kind: 'webdav', name: 't', url: (await aStorage(quirks)).url, user: 'u' }, 'p')

const s3 =
  (quirks: Quirks, prefix = '') =>
  async (): Promise<ProbedTarget> => {
    const { url: endpoint } = await aStorage(quirks)
    return openTarget(
      { kind: 's3', name: 't', endpoint, region: 'us-east-1', bucket: BUCKET, prefix, accessKey: 'k', pathStyle: true },
      's',
    )
  }

conforms('a folder', folder)
conforms('WebDAV', webdav({}))
conforms('WebDAV that looks at no condition', webdav({ condition: 'ignored' }))
conforms('WebDAV that folds case', webdav({ foldsCase: true }))
conforms('S3', s3({}))
conforms('S3 below a prefix', s3({}, 'quality/2026'))
conforms('S3 that looks at no condition', s3({ condition: 'ignored' }))
conforms('S3 that knows no conditions', s3({ condition: 'unknown' }))
