import { appendJournal } from '#db/kernel/journal'
import { insertLine } from '#db/kernel/lines'
import { absorbLine } from '#db/kernel/project'
import { projectRecords } from '#db/kernel/project-record'
import { canonical } from '#shared/kernel/canonical'
import { checkLine } from '#shared/kernel/check-line'
import type { Line, RevisionLine } from '#shared/kernel/line'
import { stamp, type World } from './world.ts'

/** What the writer decides of a revision; the log adds who, when and the nonce. */
export type NewRevision = Pick<RevisionLine, 'rid' | 'kind' | 'sch' | 'par' | 'op' | 'w' | 'doc' | 'att'> &
  Partial<Pick<RevisionLine, 'why' | 'corrects'>>

/** The one way this device writes: canonical line, journal chain, derived rows; whole or not at all. Call it in a transaction. */
export function appendLine(world: World, line: Line): string {
  const bytes = canonical(line)
  const checked = checkLine(bytes, world.self.device) // what others would refuse is never sealed here
  if (!checked.ok) throw new Error(`a line of our own: ${checked.problems[0].code}`)
  const { id } = insertLine(world.db, bytes, line.t, null)
  appendJournal(world.db, id)
  projectRecords(world.db, world.projections, absorbLine(world.db, world.projections, id, line))
  return id
}

export function appendRevision(world: World, revision: NewRevision): string {
  const line: RevisionLine = { t: 'rev', ...stamp(world), ...revision, ...(world.self.demo ? { demo: true as const } : {}) }
  return appendLine(world, line)
}
