import type { z } from 'zod'
import type { Json } from '../kernel/canonical.ts'
import { same } from '../kernel/fields.ts'
import { Merge, type Revision } from '../kernel/merge.ts'
import type { MergeShape } from '../kernel/merge-shape.ts'
import { displayedTogether, type MergedView, toldOf } from '../kernel/view.ts'
import type { ConflictField, ParallelField } from './conflict-contract.ts'

type Parallel = z.infer<typeof ParallelField>

/** Everything a revision stands upon. */
function behind(id: string, byId: ReadonlyMap<string, Revision>): Set<string> {
  const found = new Set<string>()
  const waiting = [...(byId.get(id)?.par ?? [])]
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    if (found.has(at)) continue
    found.add(at)
    waiting.push(...(byId.get(at)?.par ?? []))
  }
  return found
}

/** The youngest revisions that all of these stand upon, sorted; none when they have nothing in common. */
function nearestCommon(ids: readonly string[], byId: ReadonlyMap<string, Revision>): string[] {
  const [first = new Set<string>(), ...others] = ids.map((id) => behind(id, byId))
  const common = new Set([...first].filter((id) => others.every((other) => other.has(id))))
  const older = new Set([...common].flatMap((id) => byId.get(id)?.par ?? []))
  return [...common].filter((id) => !older.has(id)).sort()
}

/** An open conflict of one record as a person needs it: what it was before, what each made of it, what was changed without harm. */
export class ConflictFile {
  private readonly merge: Merge
  private readonly heads: readonly string[]
  private readonly byId: ReadonlyMap<string, Revision>

  constructor(revisions: readonly Revision[], heads: readonly string[], shape?: MergeShape) {
    this.merge = new Merge(revisions, shape)
    this.heads = heads
    this.byId = new Map(revisions.map((revision) => [revision.id, revision]))
  }

  private told(ids: readonly string[], field: string): Json | undefined {
    return ids.length === 0 ? undefined : toldOf(this.merge, ids, field)
  }

  private open(): string[] {
    return this.merge.allFields().filter((field) => this.merge.isOpen(this.heads, field))
  }

  fields(): ConflictField[] {
    const { merge, heads, byId } = this
    return this.open().map((field) => {
      const candidates = merge.candidates(heads, field)
      return {
        field,
        members: [...merge.aboutField(field).members],
        base: this.told(nearestCommon(candidates, byId), field),
        candidates: candidates.map((revision) => ({ revision, value: this.told([revision], field) })),
        shown: merge.shown(heads, field),
      }
    })
  }

  /** Fields that differ from what all sides began with, and that nobody else changed otherwise. */
  parallel(): Parallel[] {
    const { merge, heads, byId } = this
    const open = new Set(this.open())
    const sides = [...new Set([...heads, ...[...open].flatMap((field) => merge.candidates(heads, field))])]
    const base = nearestCommon(heads.length > 1 ? sides : sides.filter((id) => !heads.includes(id)), byId)
    const isPart = (field: string): boolean => {
      const { rule, row } = merge.aboutField(field)
      return rule.is === 'order' || (row !== undefined && (open.has(row) || !merge.isShown(heads, row) || !merge.isShown(base, row)))
    }
    const isChanged = (field: string): boolean => !same(merge.displayed(base, field), merge.displayed(heads, field))
    if (base.length === 0) return []
    return merge
      .allFields()
      .filter((field) => !open.has(field) && !isPart(field) && isChanged(field))
      .map((field) => ({
        field,
        revision: merge.shown(heads, field),
        base: this.told(base, field),
        value: this.told(heads, field),
      }))
  }

  /** The document and the files with every chosen value in its place. */
  settled(choices: ReadonlyMap<string, string>): Pick<MergedView, 'doc' | 'att'> {
    return displayedTogether(this.merge, this.heads, choices)
  }
}
