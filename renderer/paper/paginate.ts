/** A piece of paper that is never torn: a row of a table, a paragraph, a block of signatures. All lengths in one unit. */
export interface Fragment {
  readonly top: number
  readonly bottom: number
  /** Height of the table head that stands above it when a page begins with it; 0 where there is none. */
  readonly head: number
  /** Begins a page of its own. */
  readonly breakBefore: boolean
  /** Never the last on a page. */
  readonly keepWithNext: boolean
}

/** The first fragment of each page, so that what stands on a page is no higher than `room`; what is higher stands alone. */
export function paginate(fragments: readonly Fragment[], room: number): number[] {
  const starts = [0]
  let origin = fragments[0]?.top ?? 0
  fragments.forEach((fragment, index) => {
    const start = starts.at(-1) ?? 0
    if (index === start || (!fragment.breakBefore && fragment.bottom - origin <= room)) return
    const first = fragment.breakBefore ? index : stepBack(fragments, index, start)
    starts.push(first)
    const opening = fragments[first] ?? fragment
    origin = opening.top - opening.head
  })
  return starts
}

/** What must not be parted from `index` goes over with it. */
function stepBack(fragments: readonly Fragment[], index: number, start: number): number {
  let first = index
  while (first - 1 > start && fragments[first - 1]?.keepWithNext === true) first -= 1
  return first
}
