import type { TargetSettings } from '#shared/target/target-contract'
import { FolderTarget } from './folder-target.ts'
import type { SessionOptions } from './http-session.ts'
import { S3Target } from './s3-target.ts'
import type { ProbedTarget } from './target.ts'
import { WebdavTarget } from './webdav-target.ts'

export type OpenOptions = Pick<SessionOptions, 'signal' | 'pace' | 'patience'>

/** The adapter for a storage, with the secret that opens it (password, secret key; '' for a folder). */
export function openTarget(settings: TargetSettings, secret: string, options: OpenOptions = {}): ProbedTarget {
  switch (settings.kind) {
    case 'folder':
      return new FolderTarget(settings.path, options.signal)
    case 'webdav':
      return new WebdavTarget({ url: settings.url, user: settings.user, password: secret, ca: settings.ca, ...options })
    case 's3': {
      const { kind: _kind, name: _name, prefix, ...rest } = settings
      const below = prefix.replace(/^\/+|\/+$/g, '')
      return new S3Target({ ...rest, prefix: below === '' ? '' : `${below}/`, secretKey: secret, ...options })
    }
  }
}
