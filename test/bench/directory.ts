import { randomFrom, zipfOver } from '#electron/app/seed-random'
import { syntheticEnterprise } from '#electron/app/seed-synthetic-enterprise'
import type { App } from '#electron/app/start'
import { appendRevision } from '#electron/kernel/log'
import { newRecordId } from '#electron/kernel/world'
import { getDistricts } from '#electron/reference/reference-data'

const PAGE = 1000

/** A large directory by the same lines as `enterprise.add` writes, without a commit for each. */
export function fillDirectory({ world }: App, size: number): void {
  const random = randomFrom(7)
  const pickDistrict = zipfOver(getDistricts().filter(({ validTo }) => validTo === undefined))
  for (let from = 0; from < size; from += PAGE)
    world.db.transaction(() => {
      for (let index = from; index < Math.min(size, from + PAGE); index++) {
        const { doc } = syntheticEnterprise({ random, pickDistrict, start: 1 }, index)
        const line = { kind: 'enterprise', sch: 1, par: [], op: 'submit' as const, w: [], att: [] }
        appendRevision(world, { ...line, rid: newRecordId(), doc: JSON.parse(JSON.stringify(doc)) as Record<string, string> })
      }
    })
}

/** What a person types, letter by letter: each beginning is a search. */
const TYPED = ['合成', '水泥', '有限公司', '渝中区', '电线电缆 江津', '0103', '91500103MA', '3号', '不存在的名字']

export const asTyped = (): string[] =>
  TYPED.flatMap((typed) => Array.from(typed).map((_letter, index, all) => all.slice(0, index + 1).join('')))
