import { randomBytes } from 'node:crypto'
import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { loadSqlite } from '#db/kernel/sqlite'
import { newRecordId } from '#electron/kernel/world'
import { aFolder } from '../app/a-world.ts'
import { aCompleteSheet } from '../spot-check/a-sheet.ts'
import { refusedWith, type Said, xunzhi } from './xunzhi.ts'

const HASH = expect.stringMatching(/^[0-9a-f]{64}$/) as string
const anyString = expect.any(String) as string
const anyNumber = expect.any(Number) as number

function aProfile(role = 'inspector', name = '李芳'): string {
  const folder = join(aFolder(), 'profile')
  const { code } = xunzhi(['profile', 'create', '--profile', folder, '--name', name, '--role', role, '--region', '500103', '--org', '渝中区市场监管局'])
  expect(code).toBe(0)
  return folder
}

function aFile(content: string | Uint8Array, name = 'doc.json'): string {
  const file = join(aFolder(), name)
  writeFileSync(file, content)
  return file
}

const sheet = (changes: Parameters<typeof aCompleteSheet>[0] = {}): string => JSON.stringify(aCompleteSheet(changes))
/** Answers the JSON of a command that must go well. */
function done(...args: Parameters<typeof xunzhi>): never {
  const said = xunzhi(...args)
  expect({ code: said.code, words: said.code === 0 ? '' : said.words }).toEqual({ code: 0, words: '' })
  return said.json
}

describe('profiles', () => {
  test('create and info say who, on which programs, and how much is where', () => {
    const folder = aProfile()
    const info = done(['profile', 'info', '--profile', folder])
    expect(info).toMatchObject({
      device: expect.stringMatching(/^[a-z2-7]{26}$/) as string,
      name: '李芳',
      role: 'inspector',
      region: '500103',
      runtime: { node: process.versions.node, electron: null, sqlite: anyString, fallback: false },
      counts: { draft: 0, submitted: 0, packed: 0, received: 0, returned: 0 },
    })
  })

  test('what is wrong with the order is told with its path; nothing is made', () => {
    const folder = join(aFolder(), 'p')
    const create = (...more: string[]): Said => xunzhi(['profile', 'create', '--profile', folder, ...more])
    const wrong = create('--name', ' ', '--role', 'king', '--region', '5001')
    expect([wrong.code, refusedWith(wrong)]).toEqual([2, ['field.tooSmall /name', 'field.invalid /role', 'field.invalid /region']])
    expect(wrong.words).toContain('/region')
    expect(create('--name', '李芳').code).toBe(3) // wrong usage
    expect(existsSync(folder)).toBe(false)
  })

  test('no second profile in one folder, and none where nobody may write', () => {
    const folder = aProfile()
    const again = xunzhi(['profile', 'create', '--profile', folder, '--name', '乙', '--role', 'inspector', '--region', '500103'])
    expect([again.code, refusedWith(again)]).toEqual([2, ['profile.exists']])
    const below = join(aFile(''), 'p')
    const nowhere = xunzhi(['profile', 'create', '--profile', below, '--name', '乙', '--role', 'inspector', '--region', '500103'])
    expect([nowhere.code, refusedWith(nowhere)]).toEqual([2, ['profile.notWritable']])
  })

  test('a command without a profile, on a folder that is none, or on one in use, cannot run: exit 3', () => {
    const nothing = xunzhi(['profile', 'info'])
    expect([nothing.code, nothing.json]).toEqual([3, undefined])
    expect(nothing.words).toContain('--profile')
    const empty = xunzhi(['record', 'list', 'samplingSheet', '--profile', aFolder()])
    expect([empty.code, refusedWith(empty)]).toEqual([3, ['profile.notFound']])

    const folder = aProfile()
    const other = loadSqlite().open(join(folder, 'store.db.lock'))
    other.exec('BEGIN EXCLUSIVE')
    const busy = xunzhi(['state', '--profile', folder])
    other.close()
    expect([busy.code, refusedWith(busy)]).toEqual([3, ['profile.inUse']])
  })

  test('words go to stderr in the language asked for, JSON stays alone on stdout', () => {
    const folder = aProfile()
    const id = newRecordId()
    expect(xunzhi(['record', 'submit', id, '--profile', folder]).words).toBe(`没有这份草稿：${id} [record.noSuchDraft]\n`)
    expect(xunzhi(['record', 'submit', id, '--profile', folder, '--lang', 'en']).words).toBe(`No such draft: ${id} [record.noSuchDraft]\n`)
  })

  test('an unknown command or option is wrong usage: exit 3, nothing on stdout', () => {
    for (const args of [['dance'], ['record', 'put'], ['batch', 'make', '--onto', 'x'], []]) {
      const said = xunzhi(args)
      expect([said.code, said.json]).toEqual([args.length === 0 ? said.code : 3, undefined])
      expect(said.words).not.toBe('')
    }
  })
})

describe('records', () => {
  test('put, submit, correct, void, get and list have the shapes of the manual', () => {
    const folder = aProfile()
    const at = ['--profile', folder]
    const put = done(['record', 'put', 'samplingSheet', '--file', '-', ...at], sheet())
    expect(put).toEqual({ id: anyString, revision: null, state: 'draft' })
    const { id } = put as { id: string }
    expect(done(['record', 'put', 'samplingSheet', '--id', id, '--file', aFile(sheet()), ...at])).toEqual({ id, revision: null, state: 'draft' })
    expect(done(['record', 'list', 'samplingSheet', '--where', 'state=draft', ...at])).toMatchObject({ total: 1, items: [{ id, state: 'draft' }] })
    expect(done(['record', 'submit', id, ...at])).toEqual({ id, revision: HASH, state: 'submitted' })

    const { doc } = done(['record', 'get', id, ...at]) as { doc: object }
    const corrected = aFile(JSON.stringify({ ...doc, remarks: '更正' }))
    expect(done(['record', 'correct', id, '--reason', '抄错', '--file', corrected, ...at])).toEqual({ id, revision: HASH, state: 'submitted' })
    expect(done(['record', 'get', id, '--history', ...at])).toMatchObject({
      id,
      kind: 'samplingSheet',
      state: 'submitted',
      revision: HASH,
      doc: { remarks: '更正' },
      conflicts: [],
      history: [
        { revision: HASH, op: 'submit', by: '李芳', at: anyString, parents: [] },
        { revision: HASH, op: 'correct', by: '李芳', at: anyString, why: '抄错', parents: [HASH] },
      ],
    })
    const item = { id, kind: 'samplingSheet', no: 'CQ-500103-20261122-abcd-001', title: anyString, state: 'submitted', region: '500103', at: anyString }
    expect(done(['record', 'list', 'samplingSheet', '--search', '水泥', '--where', 'region=500103', 'state=submitted', ...at])).toEqual({
      total: 1,
      items: [item],
    })
    expect(done(['record', 'list', 'samplingSheet', '--count', ...at])).toEqual({ total: 1 })
    expect(done(['record', 'list', 'samplingSheet', '--to', '2020-01-01', ...at])).toEqual({ total: 0, items: [] })
    expect(done(['record', 'void', id, '--reason', '重复', ...at])).toEqual({ id, revision: HASH, state: 'void' })
  })

  test('broken JSON, a file that is not there, and fields that cannot be: exit 2, problems with their paths, nothing changed', () => {
    const folder = aProfile()
    const put = (content: string): Said => xunzhi(['record', 'put', 'samplingSheet', '--file', '-', '--profile', folder], content)
    for (const broken of ['', '{', '{"head":', 'hello', '{"a":1}}']) {
      const said = put(broken)
      expect([said.code, refusedWith(said)]).toEqual([2, ['input.notJson']])
    }
    const wrong = put('{"sampling":{"base":"viele","weather":"晴"},"items":[{"weight":"C"}]}')
    expect([wrong.code, refusedWith(wrong)]).toEqual([2, ['field.invalid /sampling/base', 'field.unknown /sampling', 'field.invalid /items/0/weight']])
    expect(wrong.words).toContain('/sampling/base: ')
    const missing = xunzhi(['record', 'put', 'samplingSheet', '--file', join(folder, 'no.json'), '--profile', folder])
    expect([missing.code, refusedWith(missing)]).toEqual([2, ['input.cannotRead']])
    const kind = xunzhi(['record', 'put', 'letter', '--file', '-', '--profile', folder], '{}')
    expect([kind.code, refusedWith(kind)]).toEqual([2, ['record.unknownKind /kind']])
    const id = xunzhi(['record', 'put', 'samplingSheet', '--id', 'one', '--file', '-', '--profile', folder], '{}')
    expect([id.code, refusedWith(id)]).toEqual([2, ['field.invalid /id']])
    expect(done(['profile', 'info', '--profile', folder])).toMatchObject({ counts: { draft: 0, submitted: 0 } })
    expect(done(['state', '--profile', folder])).toMatchObject({ lines: 0, records: 0 })
  })

  test('a sheet the law has something against is refused with everything, the article in words, and stays a draft', () => {
    const at = ['--profile', aProfile()]
    const doc = sheet({ samplers: [{ name: '李芳' }], sampling: { base: 5, testSealNo: undefined } })
    const { id } = done(['record', 'put', 'samplingSheet', '--file', '-', ...at], doc) as { id: string }
    const said = xunzhi(['record', 'submit', id, ...at])
    expect([said.code, refusedWith(said)]).toEqual([
      2,
      ['spotCheck.tooFewSamplers /samplers', 'spotCheck.baseTooSmall /sampling/base', 'spotCheck.sealMissing /sampling/testSealNo'],
    ])
    expect((said.json as { problems: { words: string }[] }).problems[0]?.words).toContain('第十六条')
    expect(done(['record', 'get', id, ...at])).toMatchObject({ state: 'draft', revision: null })
    expect(done(['state', ...at])).toMatchObject({ lines: 0 })
  })

  test('a record that is not there, a filter that is none', () => {
    const at = ['--profile', aProfile()]
    const missing = xunzhi(['record', 'get', newRecordId(), ...at])
    expect([missing.code, refusedWith(missing)]).toEqual([2, ['record.noSuchRecord']])
    const filter = xunzhi(['record', 'list', 'samplingSheet', '--where', 'weather=晴', ...at])
    expect([filter.code, refusedWith(filter)]).toEqual([2, ['field.unknown /where']])
    const limit = xunzhi(['record', 'list', 'samplingSheet', '--limit', 'many', ...at])
    expect([limit.code, refusedWith(limit)]).toEqual([2, ['field.invalid /limit']])
    const day = xunzhi(['record', 'list', 'samplingSheet', '--from', 'gestern', ...at])
    expect([day.code, refusedWith(day)]).toEqual([2, ['field.invalid /from']])
  })

  test('attach keeps a file under its sha256; one that is not there is told', () => {
    const at = ['--profile', aProfile()]
    const { id } = done(['record', 'put', 'samplingSheet', '--file', '-', ...at], sheet()) as { id: string }
    const photo = aFile(new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]), '现场.jpg')
    expect(done(['attach', id, photo, '--slot', 'scene', ...at])).toEqual({
      id: anyString,
      sha256: HASH,
      size: 7,
      mime: 'image/jpeg',
      name: '现场.jpg',
      slot: 'scene',
      addedAt: anyString,
    })
    const missing = xunzhi(['attach', id, `${photo}.no`, ...at])
    expect([missing.code, refusedWith(missing)]).toEqual([2, ['input.cannotRead']])
    const empty = xunzhi(['attach', id, aFile('', 'empty.jpg'), ...at])
    expect([empty.code, refusedWith(empty)]).toEqual([2, ['attachment.empty']])
  })
})

describe('batches', () => {
  /** Two profiles that exchanged cards by files, and one bundle on its way. */
  function anExchange(): { readonly inspector: string; readonly supervisor: string; readonly bundle: string; readonly made: object } {
    const [inspector, supervisor] = [aProfile(), aProfile('supervisor', '王主任')]
    const desk = aFolder()
    expect(done(['trust', 'init', '--profile', supervisor])).toEqual({ root: 1, list: 1 })
    for (const [from, to, card] of [
      [inspector, supervisor, join(desk, 'a.xzcard')],
      [supervisor, inspector, join(desk, 's.xzcard')],
    ] as const) {
      expect(done(['device', 'card', '--out', card, '--profile', from])).toMatchObject({ file: card, digits: anyString, grouped: anyString, device: anyString })
      expect(done(['trust', 'admit', card, '--profile', to])).toMatchObject({ id: anyString, standing: to === supervisor ? 'listed' : 'pinned' })
    }
    expect(done(['seed', 'synthetic', '--enterprises', '3', '--checks', '5', '--rng-seed', '2', '--profile', inspector])).toEqual({ enterprises: 3, checks: 5 })
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
    expect(done(['trust', 'show', '--profile', supervisor])).toMatchObject({ initialised: true, list: 2, devices: [{ standing: 'self' }, { standing: 'listed' }] })
  })

  test('what is no bundle, is damaged or is not there: exit 2 (verify: exit 1), the damaged part named, nothing imported', () => {
    const { supervisor, bundle } = anExchange()
    const letter = aFile('a letter', 'letter.ibz')
    const missing = join(aFolder(), 'no.ibz')
    const damaged = aFile(readFileSync(bundle), 'damaged.ibz')
    const bytes = readFileSync(damaged)
    const at = bytes.indexOf('allowed_signers') + 30
    bytes[at] = (bytes[at] ?? 0) ^ 1
    writeFileSync(damaged, bytes)

    expect(xunzhi(['batch', 'verify', letter])).toMatchObject({ code: 1, json: { ok: false, problems: [{ part: '', code: 'notAZip' }] } })
    expect(xunzhi(['batch', 'verify', damaged])).toMatchObject({ code: 1, json: { ok: false, problems: [{ part: 'allowed_signers' }] } })
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
    expect(xunzhi(['batch', 'import', damaged, '--profile', supervisor]).words).toContain('allowed_signers')
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
})

describe('checks', () => {
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
    expect(xunzhi(['check', '--deep', ...at])).toMatchObject({ code: 1, json: { ok: false, problems: [{ where: 'originals', code: 'original.missing', id: sha256 }] } })
    rmSync(original)

    const store = loadSqlite().open(join(folder, 'store.db'))
    store.exec("DROP TRIGGER lines_never_change; UPDATE lines SET bytes = replace(bytes, '水泥', '水尼'); DROP TRIGGER journal_never_changes; UPDATE journal SET chain = line")
    store.close()
    const said = xunzhi(['check', ...at])
    expect([said.code, (said.json as { problems: { code: string }[] }).problems.map(({ code }) => code)]).toEqual([
      1,
      ['line.altered', 'journal.broken', 'original.missing'],
    ])
  })
})

describe('data for trial', () => {
  test('the demonstration goes into an empty profile, marks it for good, and stays out of one that holds work', () => {
    const busy = aProfile()
    const { id } = done(['record', 'put', 'samplingSheet', '--file', '-', '--profile', busy], sheet()) as { id: string }
    done(['record', 'submit', id, '--profile', busy])
    const refused = xunzhi(['seed', 'demo', '--profile', busy])
    expect([refused.code, refusedWith(refused)]).toEqual([2, ['seed.notEmpty']])

    const empty = aProfile()
    expect(done(['seed', 'demo', '--profile', empty])).toMatchObject({ enterprises: 42 })
    expect(JSON.parse(readFileSync(join(empty, 'profile.json'), 'utf8'))).toMatchObject({ demo: true })
    expect((done(['record', 'list', 'samplingSheet', '--count', '--profile', empty]) as { total: number }).total).toBe(19)
  }, 60_000)

  test('numbers that are none are refused', () => {
    const said = xunzhi(['seed', 'synthetic', '--checks', 'many', '--profile', aProfile()])
    expect([said.code, refusedWith(said)]).toEqual([2, ['seed.badNumber']])
  })
})

describe('rules without a profile', () => {
  test('calc uscc tells the digit; the exit code is 0, it was asked and it answered', () => {
    expect(done(['calc', 'uscc', '９１４４０３００１９２２０３８２１６'])).toEqual({ valid: true, normalized: '914403001922038216', kind: 'enterprise', problems: [], expectedCheck: '6' })
    expect(done(['calc', 'uscc', '9150000020286320X7'])).toMatchObject({
      valid: false,
      expectedCheck: '6',
      problems: [{ code: 'uscc.check', facts: { expected: '6', found: '7' }, words: '校验位应为 6，现为 7' }],
    })
  })
})

test('nothing is left behind in the profile folder but what belongs there', () => {
  const folder = aProfile()
  done(['state', '--profile', folder])
  mkdirSync(join(folder, 'quarantine', 'left over'), { recursive: true })
  done(['state', '--profile', folder])
  expect(readdirSync(folder).toSorted()).toEqual(['keys.json', 'profile.json', 'store.db', 'store.db.lock'])
})
