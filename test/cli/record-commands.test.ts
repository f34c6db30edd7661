import { join } from 'node:path'
import { expect, test } from 'vitest'
import { newRecordId } from '#electron/kernel/world'
import { aFile, anyString, aProfile, done, HASH, refusedWith, type Said, sheet, xunzhi } from './xunzhi.ts'

test('put, submit, correct, void, get and list have the shapes of the manual', () => {
  const folder = aProfile()
  const at = ['--profile', folder]
  const put = done(['record', 'put', 'samplingSheet', '--file', '-', ...at], sheet())
  expect(put).toEqual({ id: anyString, revision: null, state: 'draft' })
  const { id } = put as { id: string }
  expect(done(['record', 'put', 'samplingSheet', '--id', id, '--file', aFile(sheet()), ...at])).toEqual({
    id,
    revision: null,
    state: 'draft',
  })
  expect(done(['record', 'list', 'samplingSheet', '--where', 'state=draft', ...at])).toMatchObject({
    total: 1,
    items: [{ id, state: 'draft' }],
  })
  expect(done(['record', 'submit', id, ...at])).toEqual({ id, revision: HASH, state: 'submitted' })

  const { doc } = done(['record', 'get', id, ...at]) as { doc: object }
  const corrected = aFile(JSON.stringify({ ...doc, remarks: '更正' }))
  expect(done(['record', 'correct', id, '--reason', '抄错', '--file', corrected, ...at])).toEqual({
    id,
    revision: HASH,
    state: 'submitted',
  })
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
  const item = {
    id,
    kind: 'samplingSheet',
    no: 'CQ-500103-20261122-abcd-001',
    title: anyString,
    state: 'submitted',
    region: '500103',
    at: anyString,
  }
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
  expect([wrong.code, refusedWith(wrong)]).toEqual([
    2,
    ['field.invalid /sampling/base', 'field.unknown /sampling', 'field.invalid /items/0/weight'],
  ])
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
