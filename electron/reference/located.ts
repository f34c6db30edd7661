import type { Problem } from '#shared/kernel/result'
import type { Position } from '#shared/reference/reference-file'

/** One item of a file, and where in the file each of its values stands. */
export interface LocatedItem {
  readonly value: unknown
  /** Place of the value at a JSON Pointer within the item, or of the nearest one around it that is there. */
  readonly at: (path: string) => Position
  /** Place of the name of a member, where it has one in the file. */
  readonly nameAt: (path: string) => Position
}

/** Looks a pointer up, and the ones around it while it is not there. */
export function nearest(places: ReadonlyMap<string, Position>, path: string): Position {
  for (let at = path; ; at = at.slice(0, at.lastIndexOf('/'))) {
    const found = places.get(at)
    if (found !== undefined) return found
    if (at === '') return { line: 1, column: 1 }
  }
}

/** What is unknown is shown by its name, everything else by its value. */
function placeOf(item: LocatedItem, { code, path, facts }: Problem): Position {
  if (code !== 'field.unknown') return item.at(path)
  const [name = ''] = (facts as { readonly names: string }).names.split(', ')
  return item.nameAt(`${path}/${name}`)
}

/** The problems of an item with the place in the file beside their facts. */
export const located = <P extends Problem>(item: LocatedItem, problems: readonly P[]): P[] =>
  problems.map((problem) => ({ ...problem, facts: { ...(problem.facts as object), ...placeOf(item, problem) } }))
