import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { openProfile } from '#electron/app/cli/session'
import type { DemoWorld } from '#electron/app/seed-demo'
import type { App } from '#electron/app/start'
import { createProfile } from '#electron/profile/create-profile'
import type { NewProfile } from '#shared/profile/profile-contract'

/** A folder that is gone when the test ends. */
export function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'xunzhi-seed-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** A real profile on a real store, opened. */
export async function aProfile(profile: NewProfile, demo: boolean): Promise<App> {
  const folder = join(aFolder(), 'profile')
  const made = await createProfile({ folder, profile, demo, clock: () => new Date() })
  if (!made.ok) throw new Error(JSON.stringify(made.problems))
  const opened = openProfile(folder)
  if (!opened.ok) throw new Error(JSON.stringify(opened.problems))
  onTestFinished(() => opened.value.close())
  return opened.value
}

/** What the demonstration needs from outside, here: real profiles in folders that go away. */
export const aDemoWorld = (): DemoWorld => ({
  now: new Date(),
  temp: aFolder(),
  openOther: async (profile) => ({ app: await aProfile(profile, true), dispose: () => Promise.resolve() }),
})
