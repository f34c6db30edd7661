import { byRank, type Sha256Of } from './draw.ts'

/** Written into every record of a draw; described in docs/draw.md. */
export const TEAM_ALGORITHM = 'sha256-rank-teams/1'

export interface TeamOrder {
  /** The samplers who were drawn, each once. */
  readonly samplers: readonly string[]
  /** How many samplers go to each enterprise: 2 or more, not more than there are. */
  readonly each: number
  /** How many enterprises need a team. */
  readonly enterprises: number
  readonly seed: string
}

/** The seed of a round: that of the draw, a space, `#` and the number of the round, from 1. */
const seedOfRound = (seed: string, round: number): string => `${seed} #${String(round)}`

/** One round: all samplers in a fresh random order, cut into whole teams; who is left over rests in this round. */
function teamsOfRound({ samplers, each, seed }: TeamOrder, round: number, sha256: Sha256Of): string[][] {
  const order = byRank(samplers, seedOfRound(seed, round), sha256)
  return Array.from({ length: Math.floor(order.length / each) }, (_, team) => order.slice(team * each, (team + 1) * each))
}

/**
 * The team of each enterprise, in the order the enterprises were drawn: round after round, so that nobody serves twice before
 * all others had their turn (but for those who rest), and no team has a person twice. Order 18 art. 15 asks that samplers be
 * drawn at random, art. 16 that there be two.
 */
export function assignTeams(order: TeamOrder, sha256: Sha256Of): readonly (readonly string[])[] {
  if (order.each < 1 || order.samplers.length < order.each) throw new Error('too few samplers for a team')
  const teams: string[][] = []
  for (let round = 1; teams.length < order.enterprises; round++) teams.push(...teamsOfRound(order, round, sha256))
  return teams.slice(0, order.enterprises)
}
