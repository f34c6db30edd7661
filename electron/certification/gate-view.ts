import { listDrafts } from '#db/kernel/drafts'
import type { GateView } from '#shared/certification/certification-contract'
import { isMet } from '#shared/certification/requirement'
import { stageOf } from '#shared/certification/stages'
import { type Loose, textAt } from '#shared/kernel/kind'
import type { World } from '../kernel/world.ts'
import { dueOf } from './certification-law.ts'

/** What was begun for a stage of a case and is not sealed yet: the newest first. */
export interface Begun {
  readonly id: string
  readonly case: string
  readonly stage: string
  readonly doc: Loose
}

/** Drafts of steps and of certificates; read once for a whole list. */
export function listBegun(world: World): readonly Begun[] {
  return listDrafts(world.db, false)
    .filter(({ kind }) => kind === 'certificationStep' || kind === 'certificate')
    .map(({ id, kind, doc }) => ({
      id,
      case: textAt(doc, 'case'),
      stage: kind === 'certificate' ? 'certificate' : textAt(doc, 'step'),
      doc,
    }))
}

type Asked = GateView['requirements'][number]

/** The period a stage must last by reference data: the table of stages knows no days. */
function periodAsked(world: World, stage: string, doc: Loose): Asked[] {
  const from = textAt(doc, 'startedOn')
  if (stage !== 'trialRun' || from === '') return []
  const until = dueOf(world, 'trialRun', from)
  if (until === null) return []
  return [{ words: { zh: `运行到 ${until} 满期`, en: `runs until ${until}` }, met: textAt(doc, 'on') >= until }]
}

/** What the next gate of a case asks, and what of it stands in the draft already; null when the case has ended. */
export function gateView(world: World, id: string, state: string, begun: readonly Begun[]): GateView | null {
  const stage = stageOf(state)
  if (stage === undefined) return null
  const draft = begun.find((one) => one.case === id && one.stage === stage.step)
  const doc = draft?.doc ?? {}
  const requirements = stage.requirements.map((requirement) => ({ words: requirement.words, met: isMet(requirement, doc) }))
  return {
    stage: stage.step,
    gate: stage.gate,
    requirements: [...requirements, ...periodAsked(world, stage.step, doc)],
    draft: draft?.id ?? null,
  }
}
