import fc from 'fast-check'
import type { Act } from '#shared/kernel/procedure'

type Doc = { readonly [key: string]: unknown }

export const SUBJECT = '01a2b3c4-0000-7000-8000-00000000000a'
const OTHER = '01a2b3c4-0000-7000-8000-00000000000b'

const oneOf = <T>(...values: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...values)
const dayNo = (n: number): string => new Date(Date.UTC(2026, 0, n)).toISOString().slice(0, 10)
const aDay = fc.integer({ min: 1, max: 40 }).map(dayNo)

/** Mostly the first, at times one of the others. */
const mostly = <T>(usual: T, ...others: readonly T[]): fc.Arbitrary<T> =>
  fc.oneof({ weight: 6, arbitrary: fc.constant(usual) }, ...others.map((other) => ({ weight: 1, arbitrary: fc.constant(other) })))

const SAME_DAY = 'the day of the act'

/** Sound, unconfirmed, half confirmed, of another day, of nothing. */
const aBenefit: fc.Arbitrary<Doc> = fc.record({
  yuan: mostly('2500.5', '0', 'viel', ''),
  basis: mostly('按用料核算', ''),
  confirmedBy: fc.oneof(oneOf('周厂长'), oneOf<string | undefined>('周厂长', '', undefined)),
  confirmedOn: fc.oneof(oneOf(SAME_DAY), oneOf<string | undefined>(SAME_DAY, undefined), aDay),
})

const maybe = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(arbitrary, { nil: undefined })

/** What a step may carry that decides anything, sound or not. */
const DOCS: Readonly<Record<string, fc.Arbitrary<Doc>>> = {
  raise: fc.record({
    kind: oneOf('qualityDoctor', 'oneStop'),
    region: oneOf('500103'),
    enterprise: oneOf({ enterpriseId: 'e1' }),
    problems: mostly([{ id: SUBJECT }, { id: OTHER }], [{ id: OTHER }]),
    prescriptions: maybe(aDay).map((due) => (due === undefined ? [] : [{ problem: SUBJECT, due }])),
  }),
  refer: fc.record({ element: oneOf('metrology', 'testing') }),
  answer: oneOf({}),
  followUp: fc.record({
    state: oneOf('notStarted', 'inProgress', 'partial', 'solved', 'solved', 'declined'),
    evidence: mostly('照片与记录', ' ', undefined),
    reason: mostly('停产', '', undefined),
    nextOn: maybe(aDay),
    benefit: maybe(aBenefit),
    effect: mostly<Doc | undefined>(
      undefined,
      { metric: '合格率', before: '91', after: '97' },
      { metric: '合格率', before: '91', after: '' },
    ),
  }),
  confirmBenefit: fc.record({ benefit: aBenefit }),
  transfer: oneOf({}),
}

/** Fills in what was meant of the day of the act itself. */
function onItsDay(on: string, doc: Doc): Doc {
  const { benefit } = doc
  if (benefit === null || typeof benefit !== 'object' || (benefit as Doc)['confirmedOn'] !== SAME_DAY) return doc
  return { ...doc, benefit: { ...benefit, confirmedOn: on } }
}

interface Sketch {
  readonly step: string
  readonly on: string
  readonly second: number
  readonly doc: Doc
}

const aSketch = (step: string): fc.Arbitrary<Sketch> =>
  fc.record({ step: fc.constant(step), on: aDay, second: fc.nat(3), doc: DOCS[step] ?? fc.constant({}) })

const STEPS = ['refer', 'refer', 'answer', ...Array.from({ length: 7 }, () => 'followUp'), 'confirmBenefit', 'confirmBenefit', 'transfer']

/** Random histories of one problem: mostly raised early, some never, some twice. */
export const aProblemHistory: fc.Arbitrary<Act[]> = fc
  .record({
    raised: fc.oneof({ weight: 8, arbitrary: fc.tuple(aSketch('raise')) }, fc.array(aSketch('raise'), { maxLength: 2 })),
    early: mostly(true, false),
    steps: fc.array(
      oneOf(...STEPS).chain((step) => aSketch(step)),
      { maxLength: 9 },
    ),
  })
  .map(({ raised, early, steps }) =>
    [...raised.map((sketch, index) => (early && index === 0 ? { ...sketch, on: dayNo(1) } : sketch)), ...steps].map(
      ({ step, on, second, doc }, index): Act => ({
        id: `r${String(index).padStart(2, '0')}`,
        step,
        on,
        at: `${on}T10:00:0${String(second)}+08:00`,
        doc: { step, on, ...onItsDay(on, doc) },
      }),
    ),
  )
