/** A person's mistake, as a value: what is wrong, where, and the facts the words need. Our own mistakes throw. */
export interface Problem<Code extends string = string, Facts = unknown> {
  readonly code: Code
  /** JSON Pointer of the field (RFC 6901), '' when the whole is meant. */
  readonly path: string
  readonly facts: Facts
}

export interface Done<T> {
  readonly ok: true
  readonly value: T
}
export interface Refused<P extends Problem = Problem> {
  readonly ok: false
  readonly problems: readonly [P, ...P[]]
}
export type Result<T, P extends Problem = Problem> = Done<T> | Refused<P>

export const ok = <T>(value: T): Done<T> => ({ ok: true, value })

export const refuse = <P extends Problem>(first: P, ...more: P[]): Refused<P> => ({ ok: false, problems: [first, ...more] })

export const problem = <const Code extends string, const Facts = Record<string, never>>(
  code: Code,
  path = '',
  facts: Facts = {} as Facts,
): Problem<Code, Facts> => ({
  code,
  path,
  facts,
})

/** Done when nothing was found wrong, refused with everything that was. */
export function okUnless<T, P extends Problem>(problems: readonly P[], value: T): Result<T, P> {
  const [first, ...more] = problems
  return first === undefined ? ok(value) : refuse(first, ...more)
}
