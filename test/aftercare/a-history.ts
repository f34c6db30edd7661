import fc from 'fast-check'
import type { Act } from '#shared/kernel/procedure'

type Doc = { readonly [key: string]: unknown }

const RECIPIENTS = ['sampledParty', 'labelledProducer', 'platform']
export const FIRST = '初检所'

const aCaseDoc = fc
  .record({ food: fc.boolean(), producer: fc.boolean(), platform: fc.boolean(), backup: fc.boolean() })
  .map(({ food, producer, platform, backup }) => ({
    regime: food ? 'food' : 'industrial',
    firstLab: FIRST,
    verdict: 'nonconforming',
    backupSample: backup,
    sampledParty: { name: '甲' },
    labelledProducer: { name: producer ? '乙' : '甲' },
    ...(platform ? { platform: '丙' } : {}),
  }))

const oneOf = <T>(...values: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...values)
const recipient = oneOf(...RECIPIENTS)

/** What a step may carry that decides anything. */
const DOCS: Readonly<Record<string, fc.Arbitrary<Doc>>> = {
  open: aCaseDoc,
  notice: fc.record({ recipient }),
  lapse: fc.record({ recipient }),
  objection: fc.record({ recipient, ground: oneOf('process', 'conclusion') }),
  objectionDecision: fc.record({ outcome: oneOf('rejected', 'upheld', 'retest') }),
  retestLab: fc.record({ lab: oneOf(FIRST, '另一所'), onlyQualified: fc.boolean() }),
  retestResult: fc.record({ conclusion: oneOf('noNonconformityFound', 'nonconforming', 'seriouslyNonconforming') }),
  recheck: fc.record({ result: oneOf('passed', 'failed') }),
  penalty: fc.record({ decision: oneOf('imposed', 'none') }),
  observation: fc.record({ until: fc.integer({ min: 1, max: 60 }).map((n) => dayNo(n)) }),
}
const PLAIN = [
  'retestFormalities',
  'retestWaived',
  'backupUnfit',
  'retestTold',
  'stopSale',
  'order',
  'rectification',
  'notRectified',
  'announcement',
  'suspension',
  'revocation',
  'circular',
  'softMeasure',
  'close',
]
export const STEPS = [...Object.keys(DOCS), ...PLAIN]

function dayNo(n: number): string {
  return new Date(Date.UTC(2024, 0, n)).toISOString().slice(0, 10)
}

interface Sketch {
  readonly step: string
  readonly day: number
  readonly doc: Doc
  readonly second: number
}

/** Any step at all, on any day. */
const aSketch: fc.Arbitrary<Sketch> = oneOf(...STEPS).chain((step) =>
  fc.record({ step: fc.constant(step), day: fc.integer({ min: 1, max: 60 }), doc: DOCS[step] ?? fc.constant({}), second: fc.nat(3) }),
)

const line = (step: string, doc: Doc = {}): { readonly step: string; readonly doc: Doc } => ({ step, doc })
const told = RECIPIENTS.map((name) => line('notice', { recipient: name }))
const settled = RECIPIENTS.map((name) => line('lapse', { recipient: name }))
const retest = (conclusion: string) => [
  line('objection', { recipient: 'sampledParty', ground: 'conclusion' }),
  line('objectionDecision', { outcome: 'retest' }),
  line('retestFormalities'),
  line('retestLab', { lab: '另一所' }),
  line('retestResult', { conclusion }),
  line('retestTold'),
]
const handled = [line('stopSale'), line('penalty', { decision: 'none' }), line('circular')]
const passed = [line('order'), line('rectification'), line('recheck', { result: 'passed' })]
const revoked = [
  line('order'),
  line('notRectified'),
  line('announcement'),
  line('recheck', { result: 'failed' }),
  line('suspension'),
  line('recheck', { result: 'failed' }),
  line('revocation'),
]
/** Ways that lead to a closed case, or nearly: what is done to them is chance. */
const PLOTS = [
  [...told, ...settled, ...passed, ...handled],
  [...told, ...settled, ...revoked, ...handled],
  [...told, ...retest('noNonconformityFound'), ...settled.slice(1)],
  [...told, ...retest('nonconforming'), ...settled.slice(1), ...passed, ...handled],
  [...told, line('objection', { recipient: 'sampledParty' }), line('objectionDecision', { outcome: 'upheld' }), ...settled.slice(1)],
]

/** A plot told honestly, with a few steps left out. */
const aPlot: fc.Arbitrary<Sketch[]> = fc
  .record({ plot: oneOf(...PLOTS), start: aCaseDoc, holes: fc.array(fc.nat(30), { maxLength: 2 }) })
  .map(({ plot, start, holes }) =>
    [line('open', start), ...plot, line('close')]
      .map(({ step, doc }, index) => ({ step, doc, day: index + 1, second: 0 }))
      .filter((_one, index) => !holes.includes(index)),
  )

const toAct = ({ step, doc, day, second }: Sketch, index: number): Act => {
  const on = dayNo(day)
  return { id: `r${String(index).padStart(3, '0')}`, step, on, at: `${on}T10:00:0${String(second)}+08:00`, doc: { step, on, ...doc } }
}

/** Random histories: an honest one with noise in it, days moved, steps twice; or nothing but noise. */
export const aHistory: fc.Arbitrary<Act[]> = fc
  .record({
    plot: fc.oneof({ weight: 6, arbitrary: aPlot }, { weight: 1, arbitrary: fc.constant<Sketch[]>([]) }),
    noise: fc.array(aSketch, { maxLength: 8 }),
    moved: fc.array(fc.record({ at: fc.nat(30), by: fc.integer({ min: -12, max: 12 }) }), { maxLength: 2 }),
  })
  .map(({ plot, noise, moved }) => {
    const shifted = plot.map((sketch, index) => {
      const by = moved.filter(({ at }) => at === index).reduce((sum, one) => sum + one.by, 0)
      return { ...sketch, day: Math.max(1, sketch.day + by) }
    })
    return [...shifted, ...noise].map(toAct)
  })
