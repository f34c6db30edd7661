/**
 * What a field is when revisions of one record are merged (docs/decisions/012). All pointers are JSON Pointers (RFC 6901), those of a row
 * from the row on. What is not declared stays simple: a scalar is a field, an array is a field.
 */
export interface MergeShape {
  /** Members that mean something only together, however deep they lie: one field, named by the first of them. */
  readonly groups?: readonly (readonly string[])[]
  /** Lists whose rows have a name of their own: merged row by row. */
  readonly keyed?: Readonly<Record<string, Rows>>
  /** Lists to which everybody only adds: nothing in them is ever in conflict. */
  readonly append?: Readonly<Record<string, Appended>>
  /** Steps of a workflow: ascending chains of values. Of several, the one that lies above all others stands; without one, a person decides. */
  readonly lattices?: Readonly<Record<string, Chains>>
  /** Fields that never ask: of several values the greatest stands. */
  readonly auto?: Readonly<Record<string, 'max'>>
}

export interface Rows {
  /** The members that name a row. */
  readonly key: readonly string[]
  /** What the fields of a row are; left out, a row is one field. */
  readonly row?: MergeShape
}

export interface Appended {
  /** The member that names an entry; left out, an entry is what stands in it. */
  readonly key?: string
}

export type Chains = readonly (readonly string[])[]

/** How several values of one field become one; `ask` and `row`: not at all, a person decides. */
export type Rule =
  | { readonly is: 'ask' | 'row' | 'order' | 'max' }
  | { readonly is: 'append'; readonly appended: Appended }
  | { readonly is: 'lattice'; readonly chains: Chains }

export type Treatment =
  | { readonly is: 'group'; readonly members: readonly string[] }
  | { readonly is: 'keyed'; readonly rows: Rows }
  | { readonly is: 'single'; readonly rule: Rule }

const plans = new WeakMap<MergeShape, ReadonlyMap<string, Treatment>>()

function each<T>(declared: Readonly<Record<string, T>> | undefined, treat: (one: T) => Treatment): [string, Treatment][] {
  return Object.entries(declared ?? {}).map(([at, one]) => [at, treat(one)])
}

const makePlan = ({ groups = [], keyed, append, lattices, auto }: MergeShape): ReadonlyMap<string, Treatment> =>
  new Map([
    ...groups.flatMap((members) => members.map((member): [string, Treatment] => [member, { is: 'group', members }])),
    ...each(keyed, (rows) => ({ is: 'keyed', rows })),
    ...each(append, (appended) => ({ is: 'single', rule: { is: 'append', appended } })),
    ...each(lattices, (chains) => ({ is: 'single', rule: { is: 'lattice', chains } })),
    ...each(auto, (is) => ({ is: 'single', rule: { is } })),
  ])

/** Pointer → how what lies there is taken. */
export function planOf(shape: MergeShape): ReadonlyMap<string, Treatment> {
  const plan = plans.get(shape) ?? makePlan(shape)
  plans.set(shape, plan)
  return plan
}
