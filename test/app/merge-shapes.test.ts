import { expect, test } from 'vitest'
import { kinds } from '#shared/app/kinds'
import type { MergeShape } from '#shared/kernel/merge-shape'
import { hasPath } from '#shared/paper/known-pointer'

const stepsOf = (pointer: string): string[] => pointer.split('/').slice(1)

/** Every pointer a shape names, in full; a row is `*`. */
function pointersOf({ groups = [], keyed = {}, append = {}, lattices = {}, auto = {} }: MergeShape): string[] {
  const rows = Object.entries(keyed).flatMap(([at, { key, row = {} }]) => [
    at,
    ...key.map((member) => `${at}/*/${member}`),
    ...pointersOf(row).map((pointer) => `${at}/*${pointer}`),
  ])
  return [...groups.flat(), ...rows, ...[append, lattices, auto].flatMap((some) => Object.keys(some))]
}

test.each(kinds.map((kind) => [kind.name, kind] as const))(
  '%s: what its shape names is in its schema, and nothing is named twice',
  (_name, kind) => {
    const pointers = pointersOf(kind.merge ?? {})
    expect(pointers.filter((pointer) => !hasPath(kind.schema, stepsOf(pointer)))).toEqual([])
    expect(pointers.filter((pointer, at) => pointers.indexOf(pointer) !== at)).toEqual([])
  },
)

test('no kind has a member of its own that is called as the review is', () => {
  expect(kinds.filter(({ schema }) => hasPath(schema, ['review'])).map(({ name }) => name)).toEqual([])
})
