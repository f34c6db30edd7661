import { listActs } from '#db/kernel/courses'
import type { RecordRow } from '#db/kernel/record-row'
import { getRecord } from '#db/kernel/records'
import { getRecordWithFile, listReasons, listVoid } from '#db/review/file-queries'
import { textAt } from '#shared/kernel/kind'
import { type OutOfPlace, ruleOf } from '#shared/kernel/procedure'
import type { Problem } from '#shared/kernel/result'
import type { CaseFile, RecordOfFile, VoidOfFile } from '#shared/review/case-file'
import { courseOf } from '../kernel/course.ts'
import type { World } from '../kernel/world.ts'

/** What the features tell of a file; app/ brings it, since features do not know each other. */
export interface ReviewParts {
  /** What a signature on a record of this kind must have been put under; null for kinds that nobody signs. */
  readonly contentHash: (kind: string, doc: RecordRow['doc']) => string | null
  /** The cases that a check led to. */
  readonly casesOf: (world: World, check: string) => readonly string[]
  /** The check that a case is about; null when the subject is a check itself. */
  readonly checkOf: (world: World, subject: string) => string | null
  /** Steps of a case that count, and what rules and calendar have against them. */
  readonly untimely: (world: World, id: string) => ReadonlyMap<string, readonly Problem[]>
}

interface Subject {
  readonly procedure: string
  readonly subject: string
  /** Kind of its steps, which carry its number. */
  readonly steps: string
}

const subjectsOf = (world: World, parts: ReviewParts, check: string): Subject[] => [
  { procedure: 'spotCheck', subject: check, steps: 'checkStep' },
  ...parts.casesOf(world, check).map((subject) => ({ procedure: 'aftercare', subject, steps: 'caseStep' })),
]

type Aside = NonNullable<RecordOfFile['aside']>

function asidesOf(world: World, { procedure, subject }: Subject): [string, Aside][] {
  const table = world.projections.procedures.get(procedure)
  const asideOf = ({ act, problems }: OutOfPlace): [string, Aside] => {
    const step = (table === undefined ? undefined : ruleOf(table, act.step)?.name) ?? { zh: act.step, en: act.step }
    return [act.id, { step, problems }]
  }
  return courseOf(world, procedure, subject).outOfPlace.map(asideOf)
}

/** What a record is called in a list of findings. A step is called by its name, not by its code. */
function titleOf(world: World, { kind, title, no, doc }: RecordRow): string {
  for (const table of world.projections.procedures.values()) {
    const rule = kind.endsWith('Step') ? ruleOf(table, textAt(doc, 'step')) : undefined
    if (rule !== undefined) return `${rule.name.zh} ${textAt(doc, 'on')}`
  }
  return [no, title].filter((part) => part !== '').join(' ')
}

function recordOf(world: World, parts: ReviewParts, row: RecordRow): Omit<RecordOfFile, 'aside' | 'untimely'> {
  const { rid: id, kind, doc, attachments } = row
  return {
    id,
    kind,
    title: titleOf(world, row),
    doc,
    files: attachments.map(({ slot = '', name, sha256 }) => ({ slot, name, sha256, elsewhere: getRecordWithFile(world.db, sha256, id) })),
    contentHash: parts.contentHash(kind, doc),
    corrections: listReasons(world.db, id)
      .filter(({ op }) => op === 'correct')
      .map(({ why }) => why),
  }
}

/** The numbers that steps of the file carry: that of the case, that of the sheet. */
const numbersOf = (doc: RecordOfFile['doc']): string[] => [
  textAt(doc, 'caseNo'),
  textAt(doc, 'checkNo'),
  textAt(doc, 'no'),
  textAt(doc, 'head', 'no'),
]

function voidedOf(world: World, { steps }: Subject, records: readonly RecordOfFile[]): VoidOfFile[] {
  const numbers = new Set(records.flatMap(({ doc }) => numbersOf(doc)))
  return [...numbers].flatMap((no) =>
    listVoid(world.db, steps, no).map(({ id }) => {
      const row = getRecord(world.db, id)
      const reason = listReasons(world.db, id).findLast(({ op }) => op === 'void')?.why ?? ''
      return { id, title: row === null ? id : titleOf(world, row), reason }
    }),
  )
}

/** Everything that is sealed about one check or case; null when nothing is. */
export function gatherFile(world: World, parts: ReviewParts, subject: string): CaseFile | null {
  const subjects = subjectsOf(world, parts, parts.checkOf(world, subject) ?? subject)
  const asides = new Map(subjects.flatMap((one) => asidesOf(world, one)))
  const ids = new Set(subjects.flatMap((one) => listActs(world.db, one.subject).map(({ id }) => id)))
  const rows = [...ids].flatMap((id) => getRecord(world.db, id) ?? [])
  const untimely = new Map(
    subjects.filter(({ procedure }) => procedure === 'aftercare').flatMap(({ subject: id }) => [...parts.untimely(world, id)]),
  )
  const records = rows.map((row) => ({
    ...recordOf(world, parts, row),
    aside: asides.get(row.rid) ?? null,
    untimely: untimely.get(row.rid) ?? [],
  }))
  if (records.length === 0) return null
  return { records, voided: subjects.flatMap((one) => voidedOf(world, one, records)) }
}
