import { sqliteVersion } from '#db/kernel/sqlite'
import type { Runtime } from '#shared/kernel/self'

/** Which programs this runs on. The stand-in Electron of closed networks is known by its older Node-API. */
export const shellRuntime = (): Omit<Runtime, 'sqlite'> => ({
  node: process.versions.node,
  electron: process.versions['electron'] ?? null,
  fallback: process.versions['electron'] !== undefined && Number(process.versions['napi']) < 10,
})

/** The same with the SQLite library; loads it, so only for processes that use it. */
export const currentRuntime = (): Runtime => ({ ...shellRuntime(), sqlite: sqliteVersion() })
