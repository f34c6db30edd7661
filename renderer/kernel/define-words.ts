export interface Tree {
  readonly [key: string]: string | Tree
}

/** The same keys with any words. */
export type SameKeys<W> = { readonly [K in keyof W]: W[K] extends string ? string : SameKeys<W[K]> }

/** A feature's words; a word that English lacks, or has too much, does not compile. */
export const defineWords = <W extends Tree>(words: { readonly zh: W; readonly en: SameKeys<NoInfer<W>> }) => words
