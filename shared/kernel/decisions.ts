/** What a person decided about a batch or a line: it does not count, or it counts again. */
export interface Decision {
  readonly id: string
  readonly act: 'exclude' | 'include'
  /** The decisions about the same target that this one was taken upon. */
  readonly par: readonly string[]
}

/**
 * What stands of all decisions about one target: those that no other was taken upon. Where two supervisors decided apart, leaving out
 * is the cautious answer. Null when nobody decided; the same set gives the same answer in any order.
 */
export function standingDecision(decisions: readonly Decision[]): Decision['act'] | null {
  const superseded = new Set(decisions.flatMap(({ par }) => par))
  const standing = decisions.filter(({ id }) => !superseded.has(id))
  if (standing.length === 0) return null
  return standing.some(({ act }) => act === 'exclude') ? 'exclude' : 'include'
}

/** The decisions that a new one about the same target must name as its parents, sorted. */
export function openDecisions(decisions: readonly Decision[]): string[] {
  const superseded = new Set(decisions.flatMap(({ par }) => par))
  return decisions.flatMap(({ id }) => (superseded.has(id) ? [] : [id])).sort()
}
