import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { ProbeReply } from '#electron/target/courier-task'
import { openTarget } from '#electron/target/open-target'
import { runCourierTask } from '#electron/target/run-courier-task'
import type { Finding, TargetSettings } from '#shared/target/target-contract'
import { startS3, startWebdav } from '../engines/engines.ts'
import { conforms } from './conformance.ts'

const dav = startWebdav()
const s3 = startS3()

const webdavSettings = (tls: boolean): TargetSettings => ({
  kind: 'webdav',
  name: 't',
  url: (tls ? dav?.url : dav?.plainUrl) ?? '',
  user: dav?.user ?? '',
  ...(tls && dav !== null ? { ca: readFileSync(dav.ca, 'utf8') } : {}),
})
const s3Settings = (changes: { readonly bucket?: string } = {}): TargetSettings => ({
  kind: 's3',
  name: 't',
  endpoint: s3?.endpoint ?? '',
  region: 'us-east-1',
  bucket: s3?.bucket ?? '',
  prefix: 'xunzhi',
  accessKey: s3?.accessKey ?? '',
  pathStyle: true,
  ...changes,
})

conforms('Apache mod_dav over TLS', () => openTarget(webdavSettings(true), dav?.password ?? ''), { skip: dav === null })
conforms('Apache mod_dav', () => openTarget(webdavSettings(false), dav?.password ?? ''), { skip: dav === null })
conforms('Ceph RADOS Gateway', () => openTarget(s3Settings(), s3?.secretKey ?? ''), { skip: s3 === null })

const probed = async (settings: TargetSettings, secret: string): Promise<ProbeReply> =>
  ProbeReply.parse(await runCourierTask({ task: 'probe', settings, secret, space: 'xz-1' }, { patience: { pauses: [], longest: 0 } }))
const verdicts = (findings: readonly Finding[]): string[] => findings.map(({ probe, verdict }) => `${probe} ${verdict}`)

const SOUND = 'reachable signIn format create readBack refusesOverwrite conditionalCreate ranges list caseSensitive clock space'
  .split(' ')
  .map((probe) => `${probe} ok`)

describe.skipIf(dav === null)('the doctor at Apache mod_dav', () => {
  test('finds nothing to say of it', async () => {
    const { findings, trouble } = await probed(webdavSettings(true), dav?.password ?? '')
    expect(trouble).toBeNull()
    expect(verdicts(findings)).toEqual(SOUND)
  })
  test('a wrong password is a refused sign-in', async () => {
    expect((await probed(webdavSettings(true), 'wrong')).trouble).toEqual({ kind: 'signIn', reason: 'HTTP 401' })
  })
  test('a server of an authority nobody here knows is not spoken to', async () => {
    const { trouble } = await probed({ kind: 'webdav', name: 't', url: dav?.url ?? '', user: 'alice' }, dav?.password ?? '')
    expect(trouble).toMatchObject({ kind: 'unreachable', reason: expect.stringMatching(/CERT|SIGNED|VERIFY/) as string })
  })
})

describe.skipIf(s3 === null)('the doctor at Ceph RADOS Gateway', () => {
  test('finds nothing to say of it', async () => {
    const { findings, trouble } = await probed(s3Settings(), s3?.secretKey ?? '')
    expect(trouble).toBeNull()
    expect(verdicts(findings)).toEqual(SOUND)
  })
  test('a wrong secret is a refused sign-in', async () => {
    expect((await probed(s3Settings(), 'wrong')).trouble).toEqual({ kind: 'signIn', reason: 'SignatureDoesNotMatch' })
  })
  test('a bucket that is not there is no storage', async () => {
    expect((await probed(s3Settings({ bucket: 'nobody' }), s3?.secretKey ?? '')).trouble).toEqual({
      kind: 'notAStorage',
      reason: 'NoSuchBucket',
    })
  })
})
