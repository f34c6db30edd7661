import type { Absorbed, RecordChange } from '#db/kernel/absorb-lines'
import { countRecords } from '#db/kernel/records'
import type { Operation } from '#shared/kernel/line'
import type { World } from '../kernel/world.ts'

/** Reviewing is what supervisors do all day, on records that are not theirs; these change what somebody else stated. */
const CHANGING: ReadonlySet<Operation> = new Set(['put', 'submit', 'correct', 'merge', 'void'])

const MANY = 200
/** One in ten is much, but two of three records in a new store is an ordinary day. */
const [SHARE, AT_LEAST] = [0.1, 20]

/** Records that an import changes or takes away although the sender did not begin them: what a mistake, or a stolen key, would do. */
export class Brake {
  private readonly world: World
  private readonly changed = new Set<string>()
  private readonly of: number

  constructor(world: World) {
    this.world = world
    this.of = countRecords(world.db)
  }

  note(sender: string, { records, concerned }: Absorbed): void {
    for (const [rid, change] of records) if (change.known && isForeign(sender, change)) this.changed.add(rid)
    for (const { rid, device } of concerned) if (device !== sender && device !== this.world.self.device) this.changed.add(rid)
  }

  /** What a person must say yes to first; null when it is not so much. */
  get pulled(): { readonly changed: number; readonly of: number } | null {
    const { size: changed } = this.changed
    const much = changed > MANY || (changed >= AT_LEAST && changed > this.of * SHARE)
    return much ? { changed, of: this.of } : null
  }
}

const isForeign = (sender: string, { fresh, revisions, rows }: RecordChange): boolean =>
  fresh && rows.every(({ device }) => device !== sender) && revisions.some(({ line }) => CHANGING.has(line.op))
