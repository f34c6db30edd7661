import { usccProblemsAt } from '../enterprise/decide-enterprise.ts'
import type { EnterpriseProblem } from '../enterprise/enterprise-contract.ts'
import { normalizeUscc } from '../enterprise/uscc.ts'
import { type Problem, problem } from '../kernel/result.ts'
import { blank } from './lawful.ts'

export type PartyProblem = EnterpriseProblem | Problem<'spotCheck.partyWithoutCode', Record<string, never>>

interface Coded {
  readonly uscc?: string | undefined
  readonly noUsccReason?: string | undefined
}

/** The code of a party as the standard writes it; done before anything is checked, signed or stored. */
export const normalizeParty = <P extends Coded>(party: P): P =>
  blank(party.uscc) ? party : { ...party, uscc: normalizeUscc(party.uscc ?? '') }

/** Wrong codes are told by digit, not as "invalid format". */
export const codeProblems = (party: Coded | undefined, at: string): EnterpriseProblem[] => usccProblemsAt(party?.uscc ?? '', `${at}/uscc`)

/** Whoever is inspected has a code, or a reason why there is none. */
export const withoutCode = (party: Coded = {}): PartyProblem[] =>
  blank(party.uscc) && blank(party.noUsccReason) ? [problem('spotCheck.partyWithoutCode', '/inspectedParty/uscc', {})] : []
