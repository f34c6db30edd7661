import { expect, test, vi } from 'vitest'
import { appendRevision } from '#electron/kernel/log'
import { newRecordId } from '#electron/kernel/world'
import type { AWorld } from '../app/a-world.ts'
import { aCase, aWorldOn, caseOf, took } from './a-case.ts'

vi.setConfig({ testTimeout: 120_000 })

const CASES = 2000

/** As many open cases as a district has in years: each like the first, told on one of twenty days. */
async function aFullLaptop(world: AWorld): Promise<void> {
  const id = await aCase(world, '2024-09-02')
  const { doc } = await caseOf(world, id)
  await took({ world, id }, 'notice', '2024-09-02')
  world.world.db.transaction(() => {
    for (let n = 2; n <= CASES; n++) {
      const [rid, day] = [newRecordId(), `2024-09-${String((n % 20) + 2).padStart(2, '0')}`]
      const no = `CQ-500103-20240902-abcd-H${String(n).padStart(3, '0')}`
      const common = { sch: 1, par: [], op: 'submit' as const, w: [], att: [] }
      appendRevision(world.world, { ...common, rid, kind: 'aftercareCase', doc: { ...doc, no, check: newRecordId() } })
      const notice = {
        step: 'notice',
        case: rid,
        on: day,
        region: '500103',
        caseNo: no,
        recipient: 'sampledParty',
        name: '重庆示范水泥有限公司',
        method: 'post',
      }
      appendRevision(world.world, { ...common, rid: newRecordId(), kind: 'caseStep', doc: notice })
    }
  })
  world.clock.pass(16 * 86_400) // 2024-09-18, a Wednesday
}

test('two thousand open cases: the most urgent clocks, by what has run out and what runs out this week', async () => {
  const world = await aWorldOn('2024-09-02')
  await aFullLaptop(world)
  const due = await world.done('aftercare.listDue', { limit: 100 })
  // told on the 2nd and 3rd: until the 18th, as the 17th is a holiday; on the 4th and 5th: the 19th and 20th; on the 6th: Monday the 23rd
  expect(due).toMatchObject({ total: CASES, overdue: 0, dueThisWeek: 400 })
  expect(due.items).toHaveLength(100)
  const lastDays = due.items.map(({ due: day }) => day ?? '')
  expect(lastDays).toEqual(lastDays.toSorted((a, b) => a.localeCompare(b)))
  expect(due.items[0]).toMatchObject({ rule: 'objection', started: '2024-09-02', due: '2024-09-18', daysLeft: 0, standing: 'dueThisWeek' })

  world.clock.pass(86_400)
  const later = await world.done('aftercare.listDue', { standing: 'overdue', limit: 500 })
  expect(later.items.map(({ standing }) => standing)).toEqual(Array.from({ length: later.overdue }, () => 'overdue'))
  expect(later.total).toBe(later.overdue)

  const first = await world.done('aftercare.listCases', { limit: 200, main: 'notified' })
  const second = await world.done('aftercare.listCases', { limit: 200, main: 'notified', after: first.next ?? '' })
  expect(new Set([...first.items, ...second.items].map(({ id }) => id)).size).toBe(400)
  expect(await world.done('aftercare.listCases', { search: 'H1999' })).toMatchObject({
    items: [{ no: 'CQ-500103-20240902-abcd-H1999' }],
    next: null,
  })
  expect(await world.done('aftercare.countCases', {})).toEqual({ notified: CASES })
})
