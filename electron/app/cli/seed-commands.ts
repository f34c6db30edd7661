import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { journalEnd } from '#db/kernel/journal'
import { ok, problem, type Result, refuse } from '#shared/kernel/result'
import { createProfile } from '../../profile/create-profile.ts'
import { readProfile, writeProfileFile } from '../../profile/profile-folder.ts'
import { seedDemo } from '../seed-demo.ts'
import { seedSynthetic } from '../seed-synthetic.ts'
import type { App } from '../start.ts'
import { action, type Cli, text } from './command.ts'
import { DONE, report, words } from './output.ts'
import { openProfile, withApp } from './session.ts'

const tell = (progress: { readonly stage: string; readonly done: number; readonly total: number }): void => {
  if (progress.done === progress.total) words(`${progress.stage}: ${String(progress.total)}`)
}

/** An empty profile becomes a training profile, for good; one that holds work is left alone. */
function becomeDemo({ world }: App): Result<null> {
  if (world.self.demo) return ok(null)
  if (journalEnd(world.db).seq > 0) return refuse(problem('seed.notEmpty', '', {}))
  const profile = readProfile(world.folder)
  if (!profile.ok) return profile
  writeProfileFile(world.folder, { ...profile.value, demo: true })
  return ok(null)
}

/** The other laptop of the campaign lives in a temporary folder for as long as the two exchange bundles. */
async function seedDemoInto(app: App): Promise<Result<object>> {
  const temp = mkdtempSync(join(tmpdir(), 'xunzhi-demo-'))
  try {
    return await seedDemo(app, {
      now: new Date(),
      temp,
      openOther: async (profile) => {
        const folder = join(temp, 'other')
        const made = await createProfile({ folder, profile, demo: true, clock: () => new Date() })
        const opened = made.ok ? openProfile(folder) : made
        if (!opened.ok) throw new Error(`the second demo profile: ${opened.problems[0].code}`)
        return { app: opened.value, dispose: () => Promise.resolve(opened.value.close()) }
      },
      onProgress: tell,
    })
  } finally {
    rmSync(temp, { recursive: true, force: true })
  }
}

export function addSeedCommands(cli: Cli): void {
  const seed = cli.program.command('seed').description('fill a profile')
  action(cli, seed.command('demo').description('the demonstration campaign, into an empty profile'), async (common) => {
    const became = await withApp(cli.host, common, (app, output) => {
      const answer = becomeDemo(app)
      return Promise.resolve(answer.ok ? DONE : report(output, answer))
    })
    // Opened anew: what a profile is, it is from its start.
    return became === DONE ? withApp(cli.host, common, async (app, output) => report(output, await seedDemoInto(app))) : became
  })
  const synthetic = seed.command('synthetic').description('submitted records that travel like real ones, the same for the same seed')
  synthetic
    .option('--enterprises <n>', '', '0')
    .option('--checks <n>', '', '0')
    .option('--visits <n>', '', '0')
    .option('--rng-seed <s>', '', '1')
  action(cli, synthetic, (common, _args, { enterprises, checks, visits, rngSeed }) =>
    withApp(cli.host, { ...common, ...(common.profile === undefined ? {} : { profile: resolve(common.profile) }) }, async (app, output) => {
      const order = {
        enterprises: Number(text(enterprises)),
        checks: Number(text(checks)),
        visits: Number(text(visits)),
        rngSeed: Number(text(rngSeed)),
      }
      return report(output, await seedSynthetic(app, { ...order, now: new Date(), onProgress: tell }))
    }),
  )
}
