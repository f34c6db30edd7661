// Real storage for the tests: Apache mod_dav and Ceph RADOS Gateway. Installed once; without them their tests are left out, loudly.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { cache, root } from './paths.mjs'
import { run } from './run.mjs'
import { sayLoudly } from './say.mjs'
import { hasApt } from './system-packages.mjs'

export async function installEngines() {
  if (!hasApt()) return sayLoudly('SKIPPED: this system has no apt, so nothing is tested against real WebDAV and S3 servers.')
  for (const engine of ['webdav-server', 's3-server']) {
    const folder = join(cache, engine)
    mkdirSync(folder, { recursive: true })
    if ((await run('bash', [join(root, `test/engines/${engine}.sh`), folder, 'install'], { minutes: 10 })) !== 0)
      sayLoudly(`SKIPPED: ${engine} could not be installed; nothing is tested against it.`)
  }
}
