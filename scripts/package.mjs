// `npm run package`: what can be made on this machine without a further download, and loudly what cannot.
//   --dir   the directory alone, drivable by the end-to-end tests
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { findElectron } from './electron-runtime.mjs'
import { jsonOf, root, tool } from './lib/paths.mjs'
import { ask, endWhenAsked, run } from './lib/run.mjs'
import { main, Stop, say, sayLoudly } from './lib/say.mjs'
import { setUp } from './lib/set-up.mjs'

const { version } = jsonOf(join(root, 'package.json'))
const release = join(root, 'release')

await main(async () => {
  endWhenAsked()
  const testOnly = process.argv.includes('--dir')
  const runtime = testOnly ? (findElectron() ?? (await setUp())) : await setUp()
  if (process.platform !== 'linux') return await must(tool('electron-builder'), ['--publish', 'never'])
  await makeDirectory(runtime, testOnly || runtime.kind === 'fallback')
  if (testOnly) return 0
  await makeArchive()
  await makeDeb()
  tellWhatIsThere(runtime)
  return 0
})

async function must(command, args) {
  const code = await run(command, args, { minutes: 20 })
  if (code !== 0) throw new Stop(`${command} ended with ${code}; see above.`)
  return 0
}

async function makeDirectory(runtime, testOnly) {
  const config = testOnly ? 'electron-builder.test.yml' : 'electron-builder.yml'
  const electron = [`-c.electronDist=${runtime.dist}`, `-c.electronVersion=${runtime.electron}`]
  say(`packaging with Electron ${runtime.electron} and ${config}`)
  await must(tool('electron-builder'), ['--linux', 'dir', '-c', config, ...electron, '--publish', 'never'])
}

async function makeArchive() {
  const name = `xunzhi-${version}`
  const rename = `--transform=s,^linux-unpacked,${name},`
  await must('tar', ['-C', release, rename, '-czf', join(release, `${name}-linux-x64.tar.gz`), 'linux-unpacked'])
}

async function makeDeb() {
  if (ask('dpkg-deb', ['--version'])) await must('bash', [join(root, 'scripts/make-deb.sh'), version])
  else sayLoudly('NOT MADE: the .deb. It needs dpkg-deb, which Debian and its kin have.')
}

function tellWhatIsThere(runtime) {
  const made = readdirSync(release).filter((name) => /\.(tar\.gz|deb)$/.test(name) && name.includes(version))
  for (const name of ['linux-unpacked', ...made]) console.log(`made ${join(release, name)}${size(join(release, name))}`)
  sayLoudly(
    'NOT MADE here, because each needs a download or another system:',
    '  Windows installer (nsis): on Windows, or with network access: npx electron-builder --win',
    '  macOS image (dmg):        on macOS: npx electron-builder --mac',
    '  AppImage:                 with network access: npx electron-builder --linux AppImage',
  )
  if (runtime.kind === 'fallback' && existsSync(release))
    sayLoudly(`These packages carry the FALLBACK Electron ${runtime.electron}: for trying out. Give none of them to anyone.`)
}

function size(path) {
  const { size: bytes } = statSync(path)
  return statSync(path).isFile() ? ` (${Math.round(bytes / 1e6)} MB)` : ''
}
