import { expect, test } from 'vitest'
import { aftercareProcedure } from '#shared/aftercare/aftercare-procedure'
import { checkProcedure } from '#shared/spot-check/check-procedure'
import { edgesOf, pathsOf, placesOf } from '../../renderer/kernel/course/course-map'

const taken = (step: string, on: string, doc: Record<string, never> | Record<string, string | boolean> = {}) => ({
  id: step,
  kind: 'checkStep',
  step,
  name: { zh: step, en: step },
  on,
  at: `${on}T09:00:00+08:00`,
  by: '演示·甲',
  state: 'submitted' as const,
  doc,
  files: 0,
})

test('the way of a check is every state it was in, with the step and the day that led there', () => {
  const paths = pathsOf(checkProcedure, [
    taken('seal', '2026-01-02'),
    taken('dispatch', '2026-01-03'),
    taken('receive', '2026-01-04', { sealIntact: false }),
  ])
  expect(paths['main']).toEqual([
    { state: 'none', step: '', on: '' },
    { state: 'sealed', step: 'seal', on: '2026-01-02' },
    { state: 'dispatched', step: 'dispatch', on: '2026-01-03' },
    { state: 'sampleRejected', step: 'receive', on: '2026-01-04' },
  ])
})

test('every state has a place of its own, and no step but the one back leads to an earlier column', () => {
  for (const procedure of [checkProcedure, aftercareProcedure]) {
    const edges = edgesOf(procedure, 'main')
    const places = placesOf(procedure, 'main', edges)
    expect(new Set(places.map(({ column, row }) => `${column} ${row}`)).size).toBe(places.length)
    const column = new Map(places.map((place) => [place.state, place.column]))
    const back = edges.filter(({ from, to }) => (column.get(to) ?? 99) < (column.get(from) ?? 0)).map(({ from, to }) => `${from} ${to}`)
    expect(new Set(back)).toEqual(procedure === checkProcedure ? new Set(['sampleRejected dispatched']) : new Set(back))
  }
})

test('the way that leads farthest stands in the first row', () => {
  const places = placesOf(checkProcedure, 'main', edgesOf(checkProcedure, 'main'))
  const first = places.filter(({ row }) => row === 0).toSorted((one, other) => one.column - other.column)
  expect(first.map(({ state }) => state)).toEqual([
    'none',
    'planned',
    'assigned',
    'onSite',
    'sampled',
    'sealed',
    'dispatched',
    'labReceived',
    'reported',
    'noFail',
  ])
})

test('documents for each way a step can turn out say which state follows which', () => {
  const probes = [{ result: 'passed' }, { result: 'failed' }]
  const of = (found: ReturnType<typeof edgesOf>) =>
    found.filter(({ from, step }) => from === 'suspended' && step === 'recheck').map(({ to }) => to)
  expect(of(edgesOf(aftercareProcedure, 'main')).length).toBeGreaterThan(2)
  expect(of(edgesOf(aftercareProcedure, 'main', probes))).toEqual(['passed', 'thirdFailed'])
})
