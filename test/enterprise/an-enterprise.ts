import { newRecordId } from '#electron/kernel/world'
import type { AWorld } from '../app/a-world.ts'

/** An enterprise the directory takes as it is. */
export const aCement = { name: '重庆示范水泥有限公司', uscc: '91500103MA0DEM013Q', region: '500103', address: '渝中区民族路 1 号' }

export async function addEnterprise({ done }: AWorld, changes: object): Promise<string> {
  const id = newRecordId()
  await done('enterprise.add', { id, doc: { ...aCement, ...changes } })
  return id
}
