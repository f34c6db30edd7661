import { renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createProfile } from '#electron/profile/create-profile'
import { aFolder } from '../app/a-world.ts'
import { now } from './operations.ts'

const create = (folder: string) =>
  createProfile({
    folder,
    profile: { name: '李芳', role: 'inspector', region: '500103', org: '渝中区市场监管局' },
    demo: false,
    clock: now,
  })

test('killed between the keys and the profile, a profile is made in the same folder the next time', async () => {
  const folder = join(aFolder(), 'profile')
  expect(await create(folder)).toMatchObject({ ok: true })
  renameSync(join(folder, 'profile.json'), join(folder, 'profile.json.tmp'))
  expect(await create(folder)).toMatchObject({ ok: true })
})

test('a folder with anything else in it is left alone', async () => {
  const folder = join(aFolder(), 'profile')
  await create(folder)
  rmSync(join(folder, 'profile.json'))
  writeFileSync(join(folder, 'store.db'), '')
  expect(await create(folder)).toMatchObject({ ok: false, problems: [{ code: 'profile.damaged' }] })
})
