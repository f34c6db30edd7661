import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createProfile } from '#electron/profile/create-profile'
import { aClock, aFolder, must } from '../app/a-world.ts'
import { askCli } from '../app/ask-cli.ts'
import { aCalendar, aRule, asFile } from './a-reference-file.ts'

async function aProfile(): Promise<string> {
  const folder = join(aFolder(), 'profile')
  const profile = { name: '李芳', role: 'inspector' as const, region: '500103', org: '渝中区市场监管局' }
  await must(createProfile({ folder, profile, demo: false, clock: aClock().now }))
  return folder
}
function aFile(text: string, name = 'a.json'): string {
  const file = join(aFolder(), name)
  writeFileSync(file, text)
  return file
}

test('a calendar is rehearsed, imported, listed and withdrawn by command', async () => {
  const profile = await aProfile()
  const reference = (...args: string[]) => askCli('reference', ...args, '--profile', profile, '--json')
  const file = aFile(asFile(aCalendar()))
  expect(await reference('import', file, '--dry-run')).toMatchObject({
    code: 0,
    json: { items: [{ key: '2027', standing: 'new' }], applied: false },
  })
  expect(await reference('import', file)).toMatchObject({ code: 0, json: { table: 'holidayCalendar', applied: true } })
  const listed = await reference('list', 'holidayCalendar')
  expect(
    (listed.json as { items: { key: string; origin: string; standing: string }[] }).items.map(({ key, origin, standing }) => [
      key,
      origin,
      standing,
    ]),
  ).toEqual([
    ['2024', 'shipped', 'inForce'],
    ['2025', 'shipped', 'inForce'],
    ['2026', 'shipped', 'inForce'],
    ['2027', 'device', 'inForce'],
  ])
  expect(await reference('withdraw', 'holidayCalendar', '2027', '--reason', '录错')).toMatchObject({
    code: 0,
    json: { standing: 'withdrawn' },
  })
})

test('a malformed file is refused with exit 2, and every fault told as file:line:column', async () => {
  const profile = await aProfile()
  const file = aFile(asFile(aRule({ testQuantity: '2' }), aRule({ edition: '', sure: 'certainly' })))
  const said = await askCli('reference', 'import', file, '--profile', profile, '--lang', 'en', '--json')
  expect(said.code).toBe(2)
  expect(said.words.split('\n').slice(0, -1)).toEqual([
    `${file}:6:21: Not in the expected form: a number [field.invalid]`,
    expect.stringContaining(`${file}:55:16: `),
    expect.stringContaining(`${file}:58:13: `),
  ])
  expect(said.json).toMatchObject({
    problems: [{ code: 'field.invalid', path: '/testQuantity', file, facts: { line: 6, column: 21 } }, {}, {}],
  })
  expect(await askCli('reference', 'list', 'samplingRules', '--profile', profile)).toMatchObject({ code: 2 })
})
