import type { Course, StartedClock } from '../kernel/procedure.ts'
import { caseClocks } from './case-clocks.ts'
import type { FrozenClock } from './case-step.ts'
import { type ClockLaw, clockDays } from './clock-days.ts'

const present = <T extends object>(members: T): { [K in keyof T]?: Exclude<T[K], null> } =>
  Object.fromEntries(Object.entries(members).filter(([, value]) => value !== null && value !== '')) as never

export const isSameClock = (frozen: FrozenClock, { rule, about, from }: StartedClock): boolean =>
  frozen.rule === rule && (frozen.about ?? '') === about && frozen.from === from

function freeze({ rule, about, from, endedOn }: StartedClock, law: ClockLaw): FrozenClock {
  const { raw, due, missingYear, calendar } = clockDays(law, rule, from)
  return { rule, from, ...present({ about, endedOn, raw, due, missingYear, calendar }) }
}

/** Every clock of a case as it stands; one that was frozen before keeps its days. */
export function frozenClocks(course: Course, law: ClockLaw, before: readonly FrozenClock[] = []): FrozenClock[] {
  return caseClocks(course).map((clock) => {
    const known = before.find((frozen) => isSameClock(frozen, clock))
    if (known === undefined) return freeze(clock, law)
    const { endedOn: _before, ...days } = known
    return { ...days, ...present({ endedOn: clock.endedOn }) }
  })
}
