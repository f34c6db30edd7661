import { existsSync, mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { loadSqlite } from '#db/kernel/sqlite'
import { newRecordId } from '#electron/kernel/world'
import { aFolder } from '../app/a-world.ts'
import { aFile, anyString, aProfile, done, refusedWith, type Said, xunzhi } from './xunzhi.ts'

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

test('nothing is left behind in the profile folder but what belongs there', () => {
  const folder = aProfile()
  done(['state', '--profile', folder])
  mkdirSync(join(folder, 'quarantine', 'left over'), { recursive: true })
  done(['state', '--profile', folder])
  expect(readdirSync(folder).toSorted()).toEqual(['keys.json', 'profile.json', 'store.db', 'store.db.lock'])
})
