import { randomBytes } from 'node:crypto'
import { appendFileSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { loadSqlite } from '#db/kernel/sqlite'
import { aFile, aProfile, done, HASH, refusedWith, sheet, xunzhi } from './xunzhi.ts'

test('a whole profile passes; a changed line, a broken journal, a missing original are found: exit 1', () => {
  const folder = aProfile()
  const at = ['--profile', folder]
  const { id } = done(['record', 'put', 'samplingSheet', '--file', '-', ...at], sheet()) as { id: string }
  const { sha256 } = done(['attach', id, aFile(randomBytes(100), 'a.bin'), ...at]) as { sha256: string }
  done(['record', 'submit', id, ...at])
  expect(done(['check', ...at])).toEqual({ ok: true, problems: [] })
  expect(done(['check', '--deep', ...at])).toEqual({ ok: true, problems: [] })
  expect(done(['rebuild', '--verify', ...at])).toMatchObject({ ok: true, before: HASH, after: HASH, records: 1 })

  const original = join(folder, 'blobs', 'originals', sha256.slice(0, 2), sha256)
  appendFileSync(original, 'more')
  expect(done(['check', ...at])).toEqual({ ok: true, problems: [] })
  expect(xunzhi(['check', '--deep', ...at])).toMatchObject({
    code: 1,
    json: { ok: false, problems: [{ where: 'originals', code: 'original.missing', id: sha256 }] },
  })
  rmSync(original)

  const store = loadSqlite().open(join(folder, 'store.db'))
  store.exec(
    "DROP TRIGGER lines_never_change; UPDATE lines SET bytes = replace(bytes, '水泥', '水尼'); DROP TRIGGER journal_never_changes; UPDATE journal SET chain = line",
  )
  store.close()
  const said = xunzhi(['check', ...at])
  expect([said.code, (said.json as { problems: { code: string }[] }).problems.map(({ code }) => code)]).toEqual([
    1,
    ['line.altered', 'journal.broken', 'original.missing'],
  ])
})

test('the demonstration goes into an empty profile, marks it for good, and stays out of one that holds work', () => {
  const busy = aProfile()
  const { id } = done(['record', 'put', 'samplingSheet', '--file', '-', '--profile', busy], sheet()) as { id: string }
  done(['record', 'submit', id, '--profile', busy])
  const refused = xunzhi(['seed', 'demo', '--profile', busy])
  expect([refused.code, refusedWith(refused)]).toEqual([2, ['seed.notEmpty']])

  const empty = aProfile()
  expect(done(['seed', 'demo', '--profile', empty])).toMatchObject({ enterprises: 42 })
  expect(JSON.parse(readFileSync(join(empty, 'profile.json'), 'utf8'))).toMatchObject({ demo: true })
  expect((done(['record', 'list', 'samplingSheet', '--count', '--profile', empty]) as { total: number }).total).toBe(23)
}, 60_000)

test('numbers that are none are refused', () => {
  const said = xunzhi(['seed', 'synthetic', '--checks', 'many', '--profile', aProfile()])
  expect([said.code, refusedWith(said)]).toEqual([2, ['seed.badNumber']])
})

test('calc uscc tells the digit; the exit code is 0, it was asked and it answered', () => {
  expect(done(['calc', 'uscc', '９１４４０３００１９２２０３８２１６'])).toEqual({
    valid: true,
    normalized: '914403001922038216',
    kind: 'enterprise',
    problems: [],
    expectedCheck: '6',
  })
  expect(done(['calc', 'uscc', '9150000020286320X7'])).toMatchObject({
    valid: false,
    expectedCheck: '6',
    problems: [{ code: 'uscc.check', facts: { expected: '6', found: '7' }, words: '校验位应为 6，现为 7' }],
  })
})
