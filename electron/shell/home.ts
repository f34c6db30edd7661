import { homedir } from 'node:os'
import { join } from 'node:path'

/** Local, never roaming: a store under a synchronised or network folder is not safe (SQLite's WAL needs a real disk). */
function dataFolder(): string {
  const { env, platform } = process
  if (platform === 'win32') return join(env['LOCALAPPDATA'] ?? join(homedir(), 'AppData', 'Local'), 'Xunzhi')
  if (platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'Xunzhi')
  return join(env['XDG_DATA_HOME'] ?? join(homedir(), '.local', 'share'), 'xunzhi')
}

/** Where profiles and the window's own files lie; `XUNZHI_HOME` puts both elsewhere. */
export const home = process.env['XUNZHI_HOME'] ?? dataFolder()
export const profilesFolder = join(home, 'profiles')
export const windowFolder = join(home, 'window')
export const settingsFile = join(home, 'settings.json')
