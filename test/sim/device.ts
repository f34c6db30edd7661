import { type App, startApp } from '#electron/app/start'
import { IntakeTask } from '#electron/intake/intake-task'
import { runTask } from '#electron/intake/run-task'
import type { RunIntake } from '#electron/kernel/intake-port'
import { currentRuntime } from '#electron/kernel/runtime'
import { createProfile } from '#electron/profile/create-profile'
import { readKeys } from '#electron/profile/profile-folder'
import { CourierTask } from '#electron/target/courier-task'
import { runCourierTask } from '#electron/target/run-courier-task'
import type { Answer, Input, MethodName } from '#shared/app/contract'
import { kinds } from '#shared/app/kinds'
import type { Result } from '#shared/kernel/result'
import type { Role } from '#shared/kernel/self'

/** The code of the processes for foreign bytes in this one: a simulation has one thread, and a process a bundle would be most of its time. */
const KINDS = new Map(kinds.map((kind) => [kind.name, kind]))
const intakeHere: RunIntake = (task, { onProgress, signal }) => runTask(IntakeTask.parse(task), { onProgress, signal }, KINDS)
const courierHere: RunIntake = (task, { onProgress, signal }) => runCourierTask(CourierTask.parse(task), { onProgress, signal })

const RUNTIME = currentRuntime()

/** The value of an answer; throws what was refused. */
export function must<T>(answer: Result<T>): T {
  if (!answer.ok) throw new Error(JSON.stringify(answer.problems, null, 2))
  return answer.value
}

/** Opens a profile without a window, everything in this process. */
export function openDevice(folder: string, clock: () => Date, machine: string | null = null): App {
  const keys = must(readKeys(folder))
  return must(startApp({ folder, ...keys, clock, runtime: RUNTIME, intake: intakeHere, courier: courierHere, machine }))
}

export interface NewDevice {
  readonly folder: string
  readonly role: Role
  readonly name: string
  readonly clock: () => Date
  readonly machine?: string
}

export async function newDevice({ folder, role, name, clock, machine }: NewDevice): Promise<App> {
  must(await createProfile({ folder, profile: { name, role, region: '500103', org: '渝中区市场监管局' }, demo: false, clock }))
  return openDevice(folder, clock, machine)
}

/** Calls, and throws a refusal. */
export const done = async <N extends MethodName>(app: App, name: N, input: Input<N>): Promise<Extract<Answer<N>, { ok: true }>['value']> =>
  must((await app.call(name, input)) as Result<never>)

export const cardOf = async (app: App): Promise<string> => JSON.stringify((await done(app, 'profile.getCard', {})).card)

/** Two people exchange cards: one pins the supervisor, who enters the other in the list. */
export async function meet(one: App, supervisor: App): Promise<void> {
  if (!(await done(supervisor, 'profile.getTrust', {})).initialised) await done(supervisor, 'profile.initTrust', {})
  await done(one, 'profile.admitCard', { text: await cardOf(supervisor) })
  await done(supervisor, 'profile.admitCard', { text: await cardOf(one) })
}
