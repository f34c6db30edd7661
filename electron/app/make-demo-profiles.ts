import { ok, type Result } from '#shared/kernel/result'
import type { Runtime } from '#shared/kernel/self'
import type { NewProfile } from '#shared/profile/profile-contract'
import type { RunIntake } from '../kernel/intake-port.ts'
import { createProfile } from '../profile/create-profile.ts'
import { readKeys } from '../profile/profile-folder.ts'
import { seedDemo } from './seed-demo.ts'
import { getCampaign } from './seed-demo-data.ts'
import { type App, startApp } from './start.ts'

export interface DemoFolders {
  readonly inspector: string
  readonly supervisor: string
  readonly temp: string
  readonly runtime: Runtime
}

async function openNew(folder: string, profile: NewProfile, runtime: Runtime, intake: RunIntake): Promise<Result<App>> {
  const clock = (): Date => new Date()
  const made = await createProfile({ folder, profile, demo: true, clock })
  if (!made.ok) return made
  const keys = readKeys(folder)
  return keys.ok ? startApp({ folder, ...keys.value, clock, runtime, intake }) : keys
}

/** Two training profiles that have met: the inspector's with the campaign, and the supervisor's it was exchanged with. */
export async function makeDemoProfiles({ inspector, supervisor, temp, runtime }: DemoFolders, intake: RunIntake): Promise<Result<null>> {
  const opened = await openNew(inspector, getCampaign().others.inspector, runtime, intake)
  if (!opened.ok) return opened
  try {
    const seeded = await seedDemo(opened.value, {
      now: new Date(),
      temp,
      openOther: async (profile) => {
        const other = await openNew(supervisor, profile, runtime, intake)
        if (!other.ok) throw new Error(`the second demo profile: ${other.problems[0].code}`)
        const dispose = (): Promise<void> => Promise.resolve(other.value.close())
        return { app: other.value, dispose }
      },
    })
    return seeded.ok ? ok(null) : seeded
  } finally {
    opened.value.close()
  }
}
