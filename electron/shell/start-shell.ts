import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { app, type BrowserWindow, Menu } from 'electron'
import { hasProfile } from '../profile/profile-folder.ts'
import { hardenApp, hardenSession } from './hardening.ts'
import { windowFolder } from './home.ts'
import { onPageMessage, openMainWindow } from './main-window.ts'
import { Profiles } from './profiles.ts'
import { readSettings } from './settings-file.ts'
import { serveShell } from './shell-handlers.ts'
import { registerScheme, serveInterface } from './ui-protocol.ts'

/** `--profile DIR` on the command line opens that profile at once. */
function profileArgument(): string | null {
  const at = process.argv.indexOf('--profile')
  const folder = at < 0 ? undefined : process.argv[at + 1]
  return folder === undefined ? null : resolve(folder)
}

/** The profile to begin with: the one asked for, or the one that was open when the program ended. */
function firstProfile(): string | null {
  const { lastProfile } = readSettings()
  return profileArgument() ?? (lastProfile !== null && existsSync(lastProfile) && hasProfile(lastProfile) ? lastProfile : null)
}

/** Everything saved is on the disk already; this only lets the store end in order. */
function closeInOrder(profiles: Profiles): void {
  let closed = false
  app.on('before-quit', (event) => {
    if (closed || profiles.openStore === null) return
    event.preventDefault()
    void profiles.close().finally(() => {
      closed = true
      app.quit()
    })
  })
}

async function run(outFolder: string, profiles: Profiles): Promise<void> {
  hardenSession()
  if (process.platform !== 'darwin') Menu.setApplicationMenu(null)
  serveInterface(join(outFolder, '../renderer'), () => profiles.current?.folder ?? null)
  let window: BrowserWindow | null = null
  serveShell({ profiles, window: () => window as BrowserWindow })
  onPageMessage('request-port', (contents) => {
    profiles.openStore?.connect(contents)
  })
  profiles.onOpen = (store) => {
    if (window !== null) store.connect(window.webContents)
  }
  const first = firstProfile()
  const opening = first === null ? Promise.resolve() : profiles.open(first)
  window = openMainWindow()
  window.on('closed', () => {
    app.quit()
  })
  await opening
}

/** Starts the program: one instance for a user, one window, one open profile. */
export function startShell(outFolder: string): void {
  app.setPath('userData', windowFolder)
  if (!app.requestSingleInstanceLock()) {
    app.quit()
    return
  }
  registerScheme()
  hardenApp()
  const profiles = new Profiles(outFolder)
  closeInOrder(profiles)
  // Not awaited at the top: 'ready' waits for this module to finish loading.
  void app.whenReady().then(() => run(outFolder, profiles))
}
