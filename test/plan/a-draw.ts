import { newRecordId } from '#electron/kernel/world'
import type { Input } from '#shared/app/contract'
import type { RandomDraw } from '#shared/plan/random-draw'
import type { AWorld } from '../app/a-world.ts'

export type Order = Input<'plan.draw'>

const people = [
  '李芳\t渝中区市场监管局',
  '王强\t渝中区市场监管局',
  '赵敏\t渝中区市场监管局',
  '孙涛\t渝中区市场监管局',
  '周洁\t渝中区市场监管局',
]
const firms = ['重庆示范水泥有限公司', '重庆𠮷祥食品厂', '重庆山城电缆有限公司', '重庆嘉陵阀门厂', '重庆长江涂料有限公司', '重庆巴渝家具厂']

/** An order that may be drawn as it is: three of six firms, four of five samplers, two to each firm. */
export const anOrder = (changes: Partial<Order> = {}): Order => ({
  id: newRecordId(),
  title: '2026 年四季度建材监督抽查',
  enterprises: { frame: { source: 'list' }, list: firms.join('\n'), take: 3, excluded: [] },
  samplers: { list: people.join('\n'), take: 4, excluded: [] },
  samplersEach: 2,
  seed: '2026-11-22 骰子 4 1 6 2 5',
  seedSource: { kind: 'dice' },
  witness: { name: '陈律师', org: '示范律师事务所' },
  host: { name: '王主任' },
  ...changes,
})

/** Draws, and answers the sealed record. */
export async function aDraw({ done }: AWorld, changes: Partial<Order> = {}): Promise<{ readonly id: string; readonly doc: RandomDraw }> {
  const { id } = await done('plan.draw', anOrder(changes))
  const record = await done('record.get', { id })
  return { id, doc: record?.doc as unknown as RandomDraw }
}
