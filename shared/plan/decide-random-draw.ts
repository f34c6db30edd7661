import { canonical } from '../kernel/canonical.ts'
import { parseSealed } from '../kernel/kind.ts'
import type { FieldProblem } from '../kernel/parse-problems.ts'
import { okUnless, type Problem, problem, type Result } from '../kernel/result.ts'
import type { RandomDrawProblem } from './decide-draw.ts'
import type { Sha256Of } from './draw.ts'
import { type RandomDraw, randomDrawKind } from './random-draw.ts'
import { redraw } from './redraw.ts'

export type SealDrawProblem =
  | FieldProblem
  | Extract<RandomDrawProblem, { code: 'draw.redrawWithoutReason' | 'draw.witnessIsHost' }>
  | Problem<'draw.notReproducible', { readonly differs: string }>
  | Problem<'draw.poolMissing', { readonly poolHash: string }>
  | Problem<'draw.drawnChanged', Record<string, never>>
  | Problem<'draw.publicisedBeforeDrawn', { readonly drawnOn: string }>
  | Problem<'draw.publicisedInFuture', { readonly today: string }>

export interface SealDrawFacts {
  readonly today: string
  /** The pool of enterprises that was kept as a file; null when the file is not on this device. */
  readonly poolFile: (poolHash: string) => readonly string[] | null
  /** The record as it stands, when this is a correction. */
  readonly before: RandomDraw | null
  /** Another draw of the same day with the same pool or for the same task. */
  readonly earlier: { readonly no: string; readonly id: string } | null
}

type Found = readonly SealDrawProblem[]

/** What a correction may add or put right; all else was drawn before a witness. */
function drawnPart({ remarks: _remarks, publicisedOn: _on, publicUrl: _url, ...drawn }: RandomDraw): string {
  const { witness: _witness, host: _host, title: _title, planNo: _planNo, ...rest } = drawn
  return canonical(rest)
}

/** The picks must come out again; a correction leaves alone what was drawn, so it needs no pool. */
function redrawn(doc: RandomDraw, { poolFile, before }: SealDrawFacts, sha256: Sha256Of): Found {
  if (before !== null) return drawnPart(before) === drawnPart(doc) ? [] : [problem('draw.drawnChanged', '', {})]
  const pool = doc.enterprises.pool ?? poolFile(doc.enterprises.poolHash)
  if (pool === null) return [problem('draw.poolMissing', '/enterprises/pool', { poolHash: doc.enterprises.poolHash })]
  const differs = [...new Set(redraw(doc, pool, sha256).map(({ what }) => what))]
  return differs.length === 0 ? [] : [problem('draw.notReproducible', '', { differs: differs.join(', ') })]
}

function publication({ publicisedOn, drawnOn }: RandomDraw, today: string): Found {
  if (publicisedOn === undefined) return []
  if (publicisedOn < drawnOn) return [problem('draw.publicisedBeforeDrawn', '/publicisedOn', { drawnOn })]
  return publicisedOn > today ? [problem('draw.publicisedInFuture', '/publicisedOn', { today })] : []
}

/** A draw that repeats another of the same day says which and why; once sealed it is not asked again. */
const repeated = ({ redrawOf, redrawReason }: RandomDraw, { earlier, before }: SealDrawFacts): Found =>
  earlier !== null && before === null && (redrawOf === undefined || redrawReason === undefined)
    ? [problem('draw.redrawWithoutReason', '/redrawReason', earlier)]
    : []

const people = ({ witness, host }: RandomDraw): Found =>
  witness.name === host.name ? [problem('draw.witnessIsHost', '/witness/name', { name: witness.name })] : []

/** May this record be sealed? Only when drawing again from what it says gives what it says. May it be corrected? Not in what was drawn. */
export function decideRandomDraw(draft: object, facts: SealDrawFacts, sha256: Sha256Of): Result<RandomDraw, SealDrawProblem> {
  const parsed = parseSealed<RandomDraw>(randomDrawKind, draft)
  if (!parsed.ok) return parsed
  const doc = parsed.value
  return okUnless([...redrawn(doc, facts, sha256), ...publication(doc, facts.today), ...repeated(doc, facts), ...people(doc)], doc)
}
