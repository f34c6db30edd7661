// Stands in for Electron's default_app: loads the app named on the command line.
// An ES module with top-level await, so that 'ready' waits until the app's code is loaded.
import { readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { app } from 'electron'

const at = process.argv.findIndex((argument, n) => n > 0 && !argument.startsWith('-'))
if (at < 0) {
  console.error('electron (fallback): no app given')
  process.exit(2)
}
const file = path.resolve(process.argv[at])
const isFolder = statSync(file).isDirectory()
const folder = isFolder ? file : path.dirname(file)
const about = readAbout()
if (about.productName || about.name) app.setName(about.productName || about.name)
if (about.version) app.setVersion(about.version)
if (about.desktopName) app.setDesktopName(about.desktopName)
app.setAppPath(folder)
process.argv.splice(at, 1)
try {
  await import(pathToFileURL(isFolder ? path.join(file, about.main ?? 'index.js') : file).href)
} catch (error) {
  console.error(error)
  process.exit(1)
}

function readAbout() {
  try {
    return JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'))
  } catch {
    return {} // a bare script has no package.json
  }
}
