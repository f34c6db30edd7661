import { ensureElectron } from '../../scripts/electron-runtime.mjs'

export default async function globalSetup(): Promise<void> {
  const runtime = await ensureElectron()
  process.env['E2E_ELECTRON'] = runtime.executable
  console.log(`Electron ${runtime.electron} (${runtime.kind})`)
}
