import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Host, openProfile } from '#electron/app/cli/session'
import { seedSynthetic } from '#electron/app/seed-synthetic'
import type { App } from '#electron/app/start'
import { createProfile } from '#electron/profile/create-profile'
import type { Result } from '#shared/kernel/result'

export function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.problems))
  return result.value
}

const folders: string[] = []
process.once('exit', () => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

/** A folder on the disk that is measured, gone at the end. */
export function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'xunzhi-bench-'))
  folders.push(folder)
  return folder
}

export async function aProfile(role: 'inspector' | 'supervisor', host?: Host, inside = aFolder()): Promise<App> {
  const folder = join(inside, role)
  must(await createProfile({ folder, profile: { name: '演示·测速', role, region: '500103' }, demo: false, clock: () => new Date() }))
  return must(openProfile(folder, host))
}

export const synthetic = async (app: App, enterprises: number, checks: number): Promise<void> => {
  must(await seedSynthetic(app, { enterprises, checks, visits: 0, rngSeed: 7, now: new Date() }))
}

/** The two exchange cards, as people do when they meet. */
export async function introduce(inspector: App, supervisor: App): Promise<void> {
  must(await supervisor.call('profile.initTrust', {}))
  for (const [from, to] of [
    [inspector, supervisor],
    [supervisor, inspector],
  ] as const) {
    const { card } = must(await from.call('profile.getCard', {}))
    must(await to.call('profile.admitCard', { text: JSON.stringify(card) }))
  }
}
