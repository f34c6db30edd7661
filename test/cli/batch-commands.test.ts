import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { aFolder } from '../app/a-world.ts'
import { aFile, anyNumber, anyString, aProfile, done, HASH, refusedWith, xunzhi } from './xunzhi.ts'

/** Two profiles that exchanged cards by files, and one bundle on its way. */
function anExchange(): { readonly inspector: string; readonly supervisor: string; readonly bundle: string; readonly made: object } {
  const [inspector, supervisor] = [aProfile(), aProfile('supervisor', '王主任')]
  const desk = aFolder()
  expect(done(['trust', 'init', '--profile', supervisor])).toEqual({ root: 1, list: 1 })
  for (const [from, to, card] of [
    [inspector, supervisor, join(desk, 'a.xzcard')],
    [supervisor, inspector, join(desk, 's.xzcard')],
  ] as const) {
    expect(done(['device', 'card', '--out', card, '--profile', from])).toMatchObject({
      file: card,
      digits: anyString,
      grouped: anyString,
      device: anyString,
    })
    expect(done(['trust', 'admit', card, '--profile', to])).toMatchObject({
      id: anyString,
      standing: to === supervisor ? 'listed' : 'pinned',
    })
  }
  expect(done(['seed', 'synthetic', '--enterprises', '3', '--checks', '5', '--rng-seed', '2', '--profile', inspector])).toEqual({
    enterprises: 3,
    checks: 5,
  })
  const bundle = join(desk, 'out.ibz')
  const made = done(['batch', 'make', '--to', bundle, '--profile', inspector])
  return { inspector, supervisor, bundle, made }
}

test('make, inspect, verify, import: the shapes of the manual, and equal digests in the end', () => {
  const { inspector, supervisor, bundle, made } = anExchange()
  expect(made).toEqual({ files: [bundle], head: HASH, seq: 1, records: 8, attachments: 0, bytes: anyNumber })
  const { head } = made as { head: string }
  expect(done(['batch', 'inspect', bundle])).toMatchObject({
    device: anyString,
    epoch: anyString,
    seq: 1,
    prev: '0'.repeat(64),
    created: anyString,
    lines: 9,
    attachments: 0,
    recipients: anyNumber,
    encrypted: true,
  })
  expect(done(['batch', 'verify', bundle])).toEqual({ ok: true, problems: [] })
  const report = { head, new: 8, changed: 0, identical: 0, conflicts: 0, duplicates: 0, held: 0, refused: [], photosMissing: 0 }
  expect(done(['batch', 'import', bundle, '--dry-run', '--profile', supervisor])).toMatchObject({ ...report, applied: false })
  expect(done(['state', '--profile', supervisor])).toMatchObject({ records: 0 })
  expect(done(['batch', 'import', bundle, '--profile', supervisor])).toMatchObject({ ...report, applied: true })
  expect(done(['batch', 'import', bundle, '--profile', supervisor])).toMatchObject({ ...report, new: 0, identical: 8, applied: false })
  const states = [inspector, supervisor].map((folder) => done(['state', '--profile', folder]))
  expect(states[0]).toEqual({ digest: HASH, lines: 8, records: 8 })
  expect(states[1]).toEqual(states[0])
  expect(done(['profile', 'info', '--profile', inspector])).toMatchObject({ counts: { submitted: 0, packed: 8 } })
  expect(done(['profile', 'info', '--profile', supervisor])).toMatchObject({ counts: { received: 8 } })
  expect(done(['trust', 'show', '--profile', supervisor])).toMatchObject({
    initialised: true,
    list: 2,
    devices: [{ standing: 'self' }, { standing: 'listed' }],
  })
})

test('what is no bundle, is damaged or is not there: exit 2 (verify: exit 1), the damaged part named, nothing imported', () => {
  const { supervisor, bundle } = anExchange()
  const letter = aFile('a letter', 'letter.ibz')
  const missing = join(aFolder(), 'no.ibz')
  const damaged = aFile(readFileSync(bundle), 'damaged.ibz')
  const bytes = readFileSync(damaged)
  bytes[100] = (bytes[100] ?? 0) ^ 1 // in the text of the first entry
  writeFileSync(damaged, bytes)

  expect(xunzhi(['batch', 'verify', letter])).toMatchObject({ code: 1, json: { ok: false, problems: [{ part: '', code: 'notAZip' }] } })
  expect(xunzhi(['batch', 'verify', damaged])).toMatchObject({ code: 1, json: { ok: false, problems: [{ part: 'README.txt' }] } })
  for (const [command, file, code] of [
    ['verify', missing, 'sync.cannotRead'],
    ['inspect', missing, 'sync.cannotRead'],
    ['import', missing, 'sync.cannotRead'],
    ['inspect', letter, 'sync.bundleRefused'],
    ['import', letter, 'sync.bundleRefused'],
    ['import', damaged, 'sync.bundleRefused'],
  ] as const) {
    const said = xunzhi(['batch', command, file, '--profile', supervisor])
    expect([said.code, refusedWith(said)], `${command} ${file}`).toEqual([2, [code]])
  }
  expect(xunzhi(['batch', 'import', damaged, '--profile', supervisor]).words).toContain('README.txt')
  expect(done(['state', '--profile', supervisor])).toMatchObject({ records: 0, lines: 0 })
})

test('several files: a bad one is told and does not keep the others out', () => {
  const { supervisor, bundle } = anExchange()
  const said = xunzhi(['batch', 'import', aFile('a letter', 'letter.ibz'), bundle, '--profile', supervisor])
  expect(said.code).toBe(2)
  expect(said.json).toMatchObject({ new: 8, applied: true })
  expect(said.words).toContain('letter.ibz')
})

test('nothing to pack, nobody to send to, a file in the way', () => {
  const { inspector, bundle } = anExchange()
  const make = (profile: string, to: string): [number | null, string[]] => {
    const said = xunzhi(['batch', 'make', '--to', to, '--profile', profile])
    return [said.code, refusedWith(said)]
  }
  const to = join(aFolder(), 'b.ibz')
  expect(make(inspector, to)).toEqual([2, ['sync.nothingToPack']])
  expect(make(inspector, bundle)).toEqual([2, ['sync.fileExists']])
  expect(make(aProfile(), to)).toEqual([2, ['sync.noRecipient']])
  expect(done(['batch', 'make', '--everything', '--to', to, '--profile', inspector])).toMatchObject({ seq: 2, records: 8 })
})

test('cards that are none, and roles that may not', () => {
  const [inspector, other] = [aProfile(), aProfile()]
  const admit = (card: string): [number | null, string[]] => {
    const said = xunzhi(['trust', 'admit', card, '--profile', inspector])
    return [said.code, refusedWith(said)]
  }
  expect(admit(aFile('a letter', 'a.xzcard'))).toEqual([2, ['trust.cardUnreadable']])
  expect(admit(join(aFolder(), 'no.xzcard'))).toEqual([2, ['input.cannotRead']])
  const card = join(aFolder(), 'b.xzcard')
  done(['device', 'card', '--out', card, '--profile', other])
  expect(admit(card)).toEqual([2, ['trust.wrongRole']])
  writeFileSync(card, readFileSync(card, 'utf8').replace('"inspector"', '"supervisor"'))
  expect(admit(card)).toEqual([2, ['trust.cardForged']])
  const init = xunzhi(['trust', 'init', '--profile', inspector])
  expect([init.code, refusedWith(init)]).toEqual([2, ['trust.notSupervisor']])
  const nowhere = xunzhi(['device', 'card', '--out', join(card, 'x'), '--profile', other])
  expect([nowhere.code, refusedWith(nowhere)]).toEqual([2, ['sync.cannotWrite']])
})

test('undo, redo, where, aside, streams, time, outbox prune: the shapes of the manual', () => {
  const { inspector, supervisor, bundle, made } = anExchange()
  const { head } = made as { head: string }
  const at = ['--profile', supervisor]
  done(['batch', 'import', bundle, ...at])
  const report = { head, lines: 8, records: 8, vanish: 8, dependents: 0 }
  expect(done(['batch', 'undo', head, '--dry-run', ...at])).toEqual({ ...report, applied: false })
  const silent = xunzhi(['batch', 'undo', head, ...at])
  expect([silent.code, refusedWith(silent)]).toEqual([2, ['sync.whyMissing /why']])
  expect(done(['batch', 'undo', head, '--why', '重复', ...at])).toEqual({ ...report, applied: true })
  const aside = done(['batch', 'aside', '--limit', '2', ...at])
  expect(aside).toMatchObject({
    total: 9,
    items: [
      { id: head, what: 'batch', why: '重复' },
      { what: 'line', standing: 'excluded' },
    ],
  })
  const { next } = aside as { next: string }
  expect(done(['batch', 'aside', '--limit', '50', '--after', next, ...at])).toMatchObject({ next: null })
  expect(done(['batch', 'redo', head, '--why', '核对', ...at])).toEqual({ ...report, applied: true })
  expect(done(['batch', 'streams', ...at])).toMatchObject({ conflicts: 0, aside: {}, filesMissing: 0, alarms: [] })

  const mine = ['--profile', inspector]
  const where = done(['batch', 'where', '--place', 'packed', '--limit', '3', ...mine]) as { items: { id: string }[] }
  expect(where).toMatchObject({ total: 8, items: [{ place: 'packed' }, {}, {}], next: anyString })
  expect(done(['batch', 'time', where.items[0]?.id ?? '', ...mine])).toMatchObject({ notBefore: null, notAfter: null })
  expect(done(['outbox', 'prune', ...mine])).toEqual({ batches: 0, files: 0, bytes: 0 })
  const again = join(aFolder(), 'again.ibz')
  expect(done(['batch', 'make', '--unconfirmed', '--to', again, ...mine])).toMatchObject({ files: [again], head, records: 8 })
}, 120_000)
