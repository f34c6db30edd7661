import { identityOf, listMembers } from '#db/enterprise/identities'
import { listCoursesOfRecord, listMentions, type MentionRow } from '#db/enterprise/portrait-queries'
import { getRecord } from '#db/kernel/records'
import type { TimelineEntry, TimelineGroup } from '#shared/enterprise/portrait-contract'
import { type Loose, textAt } from '#shared/kernel/kind'
import type { World } from '../kernel/world.ts'
import type { EnterpriseParts, TimelinePart } from './parts.ts'

interface Asked {
  readonly id: string
  readonly group?: TimelineGroup | undefined
  readonly after?: string | undefined
  readonly limit: number
}
interface Page {
  readonly items: TimelineEntry[]
  readonly next: string | null
}

/** Where the procedures of a record stand: each state once, with how many subjects are in it. */
function standingOf({ db, projections }: World, rid: string, subjects: ReadonlySet<string> | null): TimelineEntry['standing'] {
  const courses = listCoursesOfRecord(db, rid).filter(({ subject }) => subjects === null || subjects.has(subject))
  const found = new Map<string, TimelineEntry['standing'][number]>()
  for (const { procedure, main } of courses) {
    const key = `${procedure} ${main}`
    const said = projections.procedures.get(procedure)?.tracks['main']?.states[main] ?? { zh: main || '/', en: main || '/' }
    found.set(key, { procedure, main, said, n: (found.get(key)?.n ?? 0) + 1 })
  }
  return [...found.values()]
}

const nameOfEntry = (world: World, entry: string): string => textAt(getRecord(world.db, entry)?.doc, 'name')

/** A kind that no feature speaks of stands there with its number and title alone. */
const PLAIN: TimelinePart = { mayBe: [], groups: () => [], fact: () => null }

function entryOf(world: World, parts: EnterpriseParts, identity: string, mention: MentionRow): TimelineEntry | null {
  const record = getRecord(world.db, mention.rid)
  if (record === null) return null
  const part = parts.timeline[record.kind] ?? PLAIN
  const doc: Loose = record.doc
  const subjects = part.subjects?.(doc, new Set(listMembers(world.db, identity))) ?? null
  return {
    id: record.rid,
    kind: record.kind,
    no: record.no,
    title: record.title,
    on: mention.day,
    state: record.state,
    demo: record.demo,
    groups: [...part.groups(doc)],
    standing: standingOf(world, record.rid, subjects),
    fact: part.fact(doc),
    under: mention.entry === identity ? '' : nameOfEntry(world, mention.entry),
  }
}

/** Kinds of which some record may belong to a group. */
const kindsOf = (parts: EnterpriseParts, group: TimelineGroup | undefined): string[] | undefined =>
  group === undefined ? undefined : Object.entries(parts.timeline).flatMap(([kind, { mayBe }]) => (mayBe.includes(group) ? [kind] : []))

/** One page: read until it is full, since of some kinds only a part belongs to a group. */
export function timelineOf(world: World, parts: EnterpriseParts, { id, group, after, limit }: Asked): Page {
  const identity = identityOf(world.db, id)
  const kinds = kindsOf(parts, group)
  const items: TimelineEntry[] = []
  let at = after
  for (;;) {
    const mentions = listMentions(world.db, { identity, kinds, after: at, limit })
    for (const mention of mentions) {
      at = `${mention.day}~${mention.rid}`
      const entry = entryOf(world, parts, identity, mention)
      if (entry !== null && (group === undefined || entry.groups.includes(group))) items.push(entry)
      if (items.length === limit) return { items, next: at }
    }
    if (mentions.length < limit) return { items, next: null }
  }
}
