import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { BrowserWindow, type BrowserWindowConstructorOptions } from 'electron'
import { shellRuntime } from '../kernel/runtime.ts'
import { ORIGIN } from './hardening.ts'

const SMALLEST = { width: 1024, height: 680 }

/** `XUNZHI_WINDOW=1366x768`: the size of the page, for pictures and tests. */
function wantedSize(): { readonly width: number; readonly height: number } {
  const [width = 1366, height = 768] = (process.env['XUNZHI_WINDOW'] ?? '').split('x').map(Number)
  return Number.isInteger(width) && Number.isInteger(height) && width > 0 ? { width, height } : { width: 1366, height: 768 }
}

/** Sandboxed, isolated, without Node: what a page may do is in the preload's bridge and nowhere else. */
export const windowOptions = (): BrowserWindowConstructorOptions => ({
  ...wantedSize(),
  minWidth: SMALLEST.width,
  minHeight: SMALLEST.height,
  useContentSize: true,
  backgroundColor: '#f4f6f8',
  autoHideMenuBar: true,
  webPreferences: {
    preload: join(import.meta.dirname, '../preload/preload.cjs'),
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webviewTag: false,
    spellcheck: false,
  },
})

/** The runtime stands in the title: a trial runtime is never mistaken for a release. */
function titleOf(): string {
  const { electron, fallback } = shellRuntime()
  const runtime = `Electron ${electron ?? '?'}`
  return fallback ? `巡质 Xunzhi — 试用运行环境 trial runtime (${runtime})` : `巡质 Xunzhi — ${runtime}`
}

const settled = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds))

/** `XUNZHI_CAPTURE=FILE.png`: writes a picture of the window once it has painted, and says so. */
async function capture(window: BrowserWindow, file: string): Promise<void> {
  await settled(1500) // fonts and the first answer of the store
  writeFileSync(file, (await window.webContents.capturePage()).toPNG())
  process.stdout.write(`captured ${file}\n`)
}

export function openMainWindow(): BrowserWindow {
  const window = new BrowserWindow({ ...windowOptions(), show: false, title: titleOf() })
  window.on('page-title-updated', (event) => {
    event.preventDefault()
  })
  window.once('ready-to-show', () => {
    window.show()
    const file = process.env['XUNZHI_CAPTURE']
    if (file !== undefined) void capture(window, file)
  })
  // A page asked to leave saves what is being typed first; `beforeunload` never blocks here.
  window.webContents.on('will-prevent-unload', (event) => {
    event.preventDefault()
  })
  void window.loadURL(`${ORIGIN}/index.html`)
  return window
}
