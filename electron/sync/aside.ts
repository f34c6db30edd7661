import { listDecisions } from '#db/kernel/decisions'
import { getSummary } from '#db/kernel/records'
import {
  type AsideBatch,
  type AsideLine,
  barOf,
  countAside,
  getCarrierPosition,
  listAsideBatches,
  listAsideLines,
  statusOf,
} from '#db/sync/aside'
import { openDecisions } from '#shared/kernel/decisions'
import type { AsideItem } from '#shared/sync/centre-contract'
import type { World } from '../kernel/world.ts'
import { nameBook } from './confirmation.ts'

/** What the standing decisions say who left something out. */
function whyOf(world: World, target: string | undefined): string {
  if (target === undefined) return ''
  const decisions = listDecisions(world.db, world.projections, target)
  const open = new Set(openDecisions(decisions))
  return decisions
    .filter(({ id, act }) => act === 'exclude' && open.has(id))
    .map(({ why }) => why)
    .join('；')
}

/** The first cause that can be seen from a line itself and from what it stands upon. */
function reasonOf(world: World, { id, status, line }: AsideLine): string {
  if (status === 'excluded') return barOf(world.db, id)?.reason ?? 'excluded'
  const parents = line.par.map((parent) => statusOf(world.db, parent))
  if (status === 'rejected') return parents.includes('rejected') ? 'uponRejected' : 'notAllowed'
  if (parents.includes(null)) return 'missingParent'
  return parents.includes('excluded') ? 'uponExcluded' : 'uponHeld'
}

type NameOf = (device: string) => string

function lineItem(world: World, nameOf: NameOf, aside: AsideLine): AsideItem {
  const { id, status, line } = aside
  return {
    id,
    what: 'line',
    standing: status,
    reason: reasonOf(world, aside),
    device: line.dev,
    name: nameOf(line.dev),
    seq: getCarrierPosition(world.db, id)?.seq ?? null,
    record: getSummary(world.db, line.rid),
    why: status === 'excluded' ? whyOf(world, barOf(world.db, id)?.target) : '',
    at: line.at,
  }
}

const batchItem = (world: World, nameOf: NameOf, { head, standing, reason, device, seq, at }: AsideBatch): AsideItem => ({
  id: head,
  what: 'batch',
  standing,
  reason,
  device,
  name: nameOf(device),
  seq,
  record: null,
  why: whyOf(world, head),
  at,
})

interface AsidePage {
  readonly total: number
  readonly items: AsideItem[]
  readonly next: string | null
}

const keyOf = ({ what, standing, id }: AsideItem): string => (what === 'batch' ? `batch~~${id}` : `line~${standing}~${id}`)

/** Everything that does not count, with the reason: whole batches first, then single lines. */
export function asidePage(
  world: World,
  { limit, after = 'batch~~' }: { readonly limit: number; readonly after?: string | undefined },
): AsidePage {
  const nameOf = nameBook(world)
  const [what, status = '', id = ''] = after.split('~')
  const batches = what === 'batch' ? listAsideBatches(world.db, id, limit) : []
  const from = what === 'batch' ? { status: '', id: '' } : { status, id }
  const lines = listAsideLines(world.db, from, limit - batches.length)
  const items = [...batches.map((batch) => batchItem(world, nameOf, batch)), ...lines.map((line) => lineItem(world, nameOf, line))]
  const last = items.at(-1)
  const total = Object.values(countAside(world.db)).reduce((sum, n) => sum + n, 0)
  return { total, items, next: last === undefined || items.length < limit ? null : keyOf(last) }
}
