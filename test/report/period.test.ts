import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decidePeriod } from '#shared/report/period'
import { firstDayOf, periodAt, stepPeriod, unitOf } from '#shared/report/step-period'

const daysOf = (typed: string) => {
  const decided = decidePeriod(typed)
  return decided.ok ? decided.value : null
}

test('a period is written as people write it', () => {
  const yearSoFar = (to: string) => ({ from: '2026-01-01', to })
  expect(daysOf('2026')).toEqual({ from: '2026-01-01', to: '2026-12-31', cumulative: yearSoFar('2026-12-31') })
  expect(daysOf(' 2026-02 ')).toEqual({ from: '2026-02-01', to: '2026-02-28', cumulative: yearSoFar('2026-02-28') })
  expect(daysOf('2026-q4')).toEqual({ from: '2026-10-01', to: '2026-12-31', cumulative: yearSoFar('2026-12-31') })
  expect(daysOf('２０２６－１０')).toEqual({ from: '2026-10-01', to: '2026-10-31', cumulative: yearSoFar('2026-10-31') })
  expect(daysOf('2025-12-30..2026-01-02')).toEqual({
    from: '2025-12-30',
    to: '2026-01-02',
    cumulative: { from: '2025-12-30', to: '2026-01-02' },
  })
  expect(daysOf('2028-02')?.to).toBe('2028-02-29')
  for (const wrong of ['2026-00', '2026-13', '2026-Q0', '1026', '2026-10-01', '2026-02-30..2026-03-01', '2026-03-01..2026-02-01'])
    expect([wrong, daysOf(wrong)]).toEqual([wrong, null])
})

test('stepping forward and back comes to the same period, and periods that follow leave no day out', () => {
  const day = fc.date({ min: new Date('1990-01-01'), max: new Date('2080-12-31'), noInvalidDate: true })
  fc.assert(
    fc.property(day, fc.constantFrom('month', 'quarter', 'year'), fc.integer({ min: -40, max: 40 }), (at, unit, by) => {
      const period = periodAt(unit, at.toISOString().slice(0, 10))
      expect(unitOf(period)).toBe(unit)
      expect(stepPeriod(stepPeriod(period, by), -by)).toBe(period)
      const [here, next] = [daysOf(period), daysOf(stepPeriod(period, 1))]
      expect(here?.from).toBe(firstDayOf(period))
      expect(Date.parse(next?.from ?? '') - Date.parse(here?.to ?? '')).toBe(86_400_000)
    }),
  )
})
