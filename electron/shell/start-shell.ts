import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { app, type BrowserWindow, Menu } from 'electron'
import { hasProfile } from '../profile/profile-folder.ts'
import { hardenApp, hardenSession } from './hardening.ts'
import { windowFolder } from './home.ts'
import { intakeHere } from './intake-process.ts'
import { openMainWindow } from './main-window.ts'
import { osKeyring } from './os-keyring.ts'
import { PortBroker } from './port-broker.ts'
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
  const broker = new PortBroker()
  broker.listen()
  profiles.onStore = (store) => broker.use(store)
  const first = firstProfile()
  const opening = first === null ? Promise.resolve() : profiles.open(first)
  window = openMainWindow()
  window.on('closed', () => {
    app.quit()
  })
  await opening
}

/** `xunzhi cli …`: what follows is a command line, and no window opens. */
function cliArguments(): readonly string[] | null {
  const at = process.argv.indexOf('cli', 1)
  return at > 0 && process.argv.slice(1, at).every((argument) => argument.startsWith('-')) ? process.argv.slice(at + 1) : null
}

async function runCommandLine(outFolder: string, args: readonly string[]): Promise<void> {
  const { runCli } = await import('../app/run-cli.ts') // a window has no use for it
  app.exit(await runCli(args, { intake: intakeHere(outFolder, 'intake'), courier: intakeHere(outFolder, 'courier'), sealer: osKeyring() }))
}

/** Starts the program: one instance for a user, one window, one open profile. */
export function startShell(outFolder: string): void {
  app.setPath('userData', windowFolder)
  const args = cliArguments()
  if (args !== null) {
    void app.whenReady().then(() => runCommandLine(outFolder, args))
    return
  }
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
