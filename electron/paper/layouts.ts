import { canonical } from '#shared/kernel/canonical'
import type { Problem } from '#shared/kernel/result'
import type { PaperWords } from '#shared/paper/choices'
import { decideLayout } from '#shared/paper/decide-layout'
import type { PaperLayout } from '#shared/paper/layout'
import type { World } from '../kernel/world.ts'
import { getPaperLayouts } from '../reference/reference-data.ts'
import { shippedLayouts } from '../reference/shipped-layouts.ts'

/** A layout in force: the bureau's own, or the one that came with the program where there is none, or none that is right. */
export interface LayoutInForce {
  readonly layout: PaperLayout
  readonly own: boolean
  /** What is wrong with the bureau's own. */
  readonly problems: readonly Problem[]
}

type Words = Pick<PaperWords, 'choices'>

/** May this be a layout here, with the kinds of record and the words that this program knows? */
export function decideInWorld(world: World, words: Words, input: unknown): ReturnType<typeof decideLayout> {
  return decideLayout(input, { words, schemaOf: (kind) => world.projections.kinds.get(kind)?.schema })
}

const nameOf = (input: unknown): string => String((input as { readonly name?: unknown }).name)

function shipped(world: World, words: Words): ReadonlyMap<string, PaperLayout> {
  const layouts = shippedLayouts.map((input) => {
    const decided = decideInWorld(world, words, input)
    if (!decided.ok) throw new Error(`a shipped layout: ${JSON.stringify(decided.problems)}`)
    return decided.value
  })
  return new Map(layouts.map((layout) => [layout.name, layout]))
}

/** Every layout this device knows, in the order they were shipped, the bureau's further ones behind. */
export function listLayouts(world: World, words: Words): readonly LayoutInForce[] {
  const known = shipped(world, words)
  const raw = new Map<string, unknown>(getPaperLayouts(world).map((input) => [nameOf(input), input]))
  const untouched = new Set(shippedLayouts.map(canonical))
  return [...new Set([...known.keys(), ...raw.keys()])].flatMap((name): LayoutInForce[] => {
    const fallback = known.get(name)
    const input = raw.get(name)
    if (input === undefined || untouched.has(canonical(input)))
      return fallback === undefined ? [] : [{ layout: fallback, own: false, problems: [] }]
    const own = decideInWorld(world, words, input)
    if (own.ok) return [{ layout: own.value, own: true, problems: [] }]
    return fallback === undefined ? [] : [{ layout: fallback, own: false, problems: own.problems }]
  })
}
