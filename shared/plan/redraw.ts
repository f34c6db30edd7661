import { canonical } from '../kernel/canonical.ts'
import { DRAW_ALGORITHM, drawFrom, poolProblems, type Sha256Of } from './draw.ts'
import { enterpriseLine, samplerLine } from './pool-line.ts'
import type { RandomDraw } from './random-draw.ts'
import { assignTeams, TEAM_ALGORITHM } from './teams.ts'

/** What a second run of a recorded draw finds otherwise than the record says. */
export interface DrawDifference {
  readonly what: 'algorithm' | 'enterprisePool' | 'samplerPool' | 'enterprises' | 'samplers' | 'teams' | 'excluded'
  readonly recorded: string
  readonly found: string
}

type Side = RandomDraw['enterprises'] | RandomDraw['samplers']

const differ = (what: DrawDifference['what'], recorded: string, found: string): DrawDifference[] =>
  recorded === found ? [] : [{ what, recorded, found }]

const lines = (picks: readonly { readonly id: string }[]): string => picks.map(({ id }) => id).join('\n')

function redrawSide(side: Side, ids: readonly string[], seed: string, sha256: Sha256Of) {
  const drawn = drawFrom({ ids, take: side.take, seed }, sha256)
  const picks = drawn.ok ? drawn.value.picks.map((pick) => ({ id: ids[pick] ?? '' })) : []
  const poolHash = drawn.ok ? drawn.value.poolHash : (poolProblems(ids)[0]?.code ?? 'draw')
  return { poolHash: `${poolHash} ${String(ids.length)}`, picks: lines(picks) }
}

const recordedPool = ({ poolHash, poolSize }: Side): string => `${poolHash} ${String(poolSize)}`

/** Who was left out may not stand in the pool all the same. */
function stillThere({ excluded }: Side, ids: readonly string[]): DrawDifference[] {
  const there = new Set(ids)
  return excluded.filter(({ id }) => there.has(id)).map(({ id }) => ({ what: 'excluded', recorded: id, found: id }))
}

function teamDifferences({ enterprises, samplers, samplersEach, seed }: RandomDraw, sha256: Sha256Of): DrawDifference[] {
  const drawn = samplers.picks.map(({ id }) => id)
  const recorded = canonical(enterprises.picks.map((pick) => pick.samplers.map(({ id }) => id)))
  if (drawn.length < samplersEach || new Set(drawn).size < drawn.length) return [{ what: 'teams', recorded, found: '' }]
  const teams = assignTeams({ samplers: drawn, each: samplersEach, enterprises: enterprises.picks.length, seed }, sha256)
  return differ('teams', recorded, canonical(teams))
}

/** The names and codes that people read must be those of the lines that were drawn. */
function misnamed({ enterprises, samplers }: RandomDraw): DrawDifference[] {
  const names = new Map(samplers.picks.map(({ id, name }) => [id, name]))
  const teams = enterprises.picks.flatMap((pick) => pick.samplers).filter(({ id, name }) => names.get(id) !== name)
  return [
    ...enterprises.picks.flatMap((pick) => differ('enterprises', pick.id, enterpriseLine(pick))),
    ...samplers.picks.flatMap((pick) => differ('samplers', pick.id, samplerLine(pick))),
    ...teams.flatMap(({ id, name }) => differ('teams', name, names.get(id) ?? '')),
  ]
}

/**
 * Draws again from what the record says, with the pool of enterprises as it was kept (in the record, or its file); nothing
 * when all comes out the same.
 */
export function redraw(doc: RandomDraw, enterprisePool: readonly string[], sha256: Sha256Of): readonly DrawDifference[] {
  const { enterprises, samplers, seed } = doc
  const samplerPool = samplers.pool ?? []
  const firms = redrawSide(enterprises, enterprisePool, seed, sha256)
  const people = redrawSide(samplers, samplerPool, seed, sha256)
  return [
    ...differ('algorithm', `${doc.algorithm} ${doc.teamAlgorithm}`, `${DRAW_ALGORITHM} ${TEAM_ALGORITHM}`),
    ...differ('enterprisePool', recordedPool(enterprises), firms.poolHash),
    ...differ('samplerPool', recordedPool(samplers), people.poolHash),
    ...differ('enterprises', lines(enterprises.picks), firms.picks),
    ...differ('samplers', lines(samplers.picks), people.picks),
    ...teamDifferences(doc, sha256),
    ...misnamed(doc),
    ...stillThere(enterprises, enterprisePool),
    ...stillThere(samplers, samplerPool),
  ]
}

/** The ids in the text of a pool file: a line each, the last line end is not one more. */
export const poolLines = (text: string): readonly string[] => text.replace(/^\uFEFF|\r?\n$/g, '').split(/\r?\n/)
