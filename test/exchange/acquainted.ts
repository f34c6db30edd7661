import { type AWorld, aWorld, type Person } from '../app/a-world.ts'

/** Exchanges cards as two people do: the inspector pins the supervisor, the supervisor enrols the inspector. */
export async function acquainted(inspector: AWorld, supervisor: AWorld): Promise<void> {
  const trust = await supervisor.done('profile.getTrust', {})
  if (!trust.initialised) await supervisor.done('profile.initTrust', {})
  const cardOf = async (world: AWorld): Promise<string> => JSON.stringify((await world.done('profile.getCard', {})).card)
  await inspector.done('profile.admitCard', { text: await cardOf(supervisor) })
  await supervisor.done('profile.admitCard', { text: await cardOf(inspector) })
}

/** An inspector and a supervisor who have met. */
export async function aPair(person: Person = {}): Promise<{ readonly inspector: AWorld; readonly supervisor: AWorld }> {
  const inspector = await aWorld(person)
  const supervisor = await aWorld({ ...person, role: 'supervisor', name: '王主任' })
  await acquainted(inspector, supervisor)
  return { inspector, supervisor }
}
