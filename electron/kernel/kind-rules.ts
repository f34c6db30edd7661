import type { Result } from '#shared/kernel/result'
import type { World } from './world.ts'

/** What a feature decides of its kind of record when a person wants to save or seal it. */
export interface KindRules {
  readonly kind: string
  /** The one spelling of what was typed (codes, stamps); before anything is checked or stored. */
  readonly normalize: (world: World, doc: { readonly [key: string]: unknown }) => { readonly [key: string]: unknown }
  /** Everything that stands against sealing, or the document to seal. */
  readonly decide: (world: World, sealing: Sealing) => Result<unknown>
}

export interface Sealing {
  readonly id: string
  readonly doc: { readonly [key: string]: unknown }
  readonly op: 'submit' | 'correct'
}
