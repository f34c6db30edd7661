import { stateDigest } from '#db/kernel/records'
import { type AWorld, aWorld } from '../app/a-world.ts'
import { aSheet, packed } from '../exchange/a-parcel.ts'

const cardOf = async ({ done }: AWorld): Promise<string> => JSON.stringify((await done('profile.getCard', {})).card)
export const admit = async (here: AWorld, other: AWorld): Promise<unknown> => here.done('profile.admitCard', { text: await cardOf(other) })

export const digestOf = ({ world }: AWorld): string => stateDigest(world.db).digest

/** Everybody takes a bundle in. */
export const take = async (file: string, ...worlds: AWorld[]): Promise<void> => {
  for (const { done } of worlds) await done('sync.import', { file })
}

export interface Organisation {
  readonly founder: AWorld
  readonly second: AWorld
  readonly one: AWorld
  readonly two: AWorld
  readonly everybody: readonly AWorld[]
}

/** The founder of an organisation, a second supervisor who joins it, and two inspectors whom the founder admitted. */
export async function anOrganisation(): Promise<Organisation> {
  const founder = await aWorld({ role: 'supervisor', name: '王主任' })
  const second = await aWorld({ role: 'supervisor', name: '陈主任' })
  const one = await aWorld({ name: '李芳' })
  const two = await aWorld({ name: '周明' })
  await founder.done('profile.initTrust', {})
  for (const other of [second, one, two]) {
    await admit(founder, other)
    await admit(other, founder)
  }
  await aSheet(founder, 90)
  await take(await packed(founder), second, one, two)
  return { founder, second, one, two, everybody: [founder, second, one, two] }
}
