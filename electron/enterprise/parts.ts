import type { CreditFound } from '#shared/enterprise/credit'
import type {
  DoorCard,
  Fact,
  FailedCheck,
  HeldCertificate,
  OpenProblem,
  Portrait,
  TimelineGroup,
} from '#shared/enterprise/portrait-contract'
import type { Loose } from '#shared/kernel/kind'
import type { WorkItem } from '#shared/kernel/work-contract'
import type { WorkAsked } from '../kernel/work-source.ts'
import type { World } from '../kernel/world.ts'

/** How records of one kind stand on a timeline. */
export interface TimelinePart {
  /** Every group that a record of the kind may belong to. */
  readonly mayBe: readonly TimelineGroup[]
  readonly groups: (doc: Loose) => readonly TimelineGroup[]
  /** The one fact that matters. */
  readonly fact: (doc: Loose) => Fact | null
  /** The subjects whose state is told, where a record is about many enterprises (a task); else all it took a step in. */
  readonly subjects?: (doc: Loose, members: ReadonlySet<string>) => ReadonlySet<string>
}

/** What the page of an enterprise asks of the features that wrote the records about it; `identity` names the enterprise. */
export interface EnterpriseParts {
  readonly timeline: Readonly<Record<string, TimelinePart>>
  readonly credit: (world: World, identity: string) => readonly CreditFound[]
  readonly problems: (world: World, identity: string) => readonly OpenProblem[]
  readonly failed: (world: World, identity: string) => readonly FailedCheck[]
  readonly checks: (world: World, identity: string) => Portrait['checks']
  readonly certificates: (world: World, identity: string) => readonly HeldCertificate[]
  readonly agreement: (world: World, identity: string) => Portrait['agreement']
  readonly lastVisit: (world: World, identity: string) => Pick<DoorCard, 'lastVisit' | 'controls'>
  readonly cases: (world: World, identity: string) => DoorCard['cases']
  readonly closedCases: (world: World, identity: string) => number
  /** What is promised to it, the most pressing first. */
  readonly work: (world: World, asked: WorkAsked) => readonly WorkItem[]
}
