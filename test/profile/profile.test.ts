import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { createProfile } from '#electron/profile/create-profile'
import { readKeys } from '#electron/profile/profile-folder'
import type { NewProfile } from '#shared/profile/profile-contract'
import { aClock, aFolder, aWorld, must, openApp } from '../app/a-world.ts'

const profile: NewProfile = { name: '李芳', role: 'inspector', region: '500103', org: '渝中区市场监管局' }
const create = (folder: string) => createProfile({ folder, profile, demo: false, clock: aClock().now })

describe('a new profile', () => {
  test('has a device of its own, keys only its owner may read, and an empty store', async () => {
    const folder = join(aFolder(), 'a', 'b')
    const made = await must(create(folder))
    expect(made).toEqual({
      format: 1,
      device: expect.stringMatching(/^[a-z2-7]{26}$/),
      ...profile,
      demo: false,
      created: '2026-11-22T10:00:00+08:00',
    })
    expect([statSync(folder).mode & 0o777, statSync(join(folder, 'keys.json')).mode & 0o777]).toEqual([0o700, 0o600])
    const app = await must(openApp(folder))
    expect(await app.call('profile.info', {})).toMatchObject({
      ok: true,
      value: {
        device: made.device,
        name: '李芳',
        role: 'inspector',
        keys: 'file',
        counts: { draft: 0, submitted: 0, packed: 0, received: 0, returned: 0 },
      },
    })
    app.close()
  })

  test('is another device each time', async () => {
    const [one, two] = [await must(create(join(aFolder(), 'p'))), await must(create(join(aFolder(), 'p')))]
    expect(one.device).not.toBe(two.device)
  })

  test('never goes over another, nor into a folder that holds something', async () => {
    const folder = join(aFolder(), 'p')
    await must(create(folder))
    const before = readFileSync(join(folder, 'keys.json'), 'utf8')
    expect(await create(folder)).toEqual({ ok: false, problems: [{ code: 'profile.exists', path: '', facts: { folder } }] })
    expect(readFileSync(join(folder, 'keys.json'), 'utf8')).toBe(before)

    const letters = aFolder()
    writeFileSync(join(letters, 'letter.txt'), 'dear')
    expect(await create(letters)).toMatchObject({ ok: false, problems: [{ code: 'profile.damaged' }] })
    expect(readdirSync(letters)).toEqual(['letter.txt'])
  })

  test('cannot be made below a file, or where the system lets nobody write, and says so', async () => {
    const file = join(aFolder(), 'file')
    writeFileSync(file, '')
    const places = [join(file, 'p'), ...(existsSync('/proc/self') ? ['/proc/xunzhi/p'] : [])]
    for (const folder of places)
      expect(await create(folder)).toEqual({ ok: false, problems: [{ code: 'profile.notWritable', path: '', facts: { folder } }] })
  })
})

describe('a profile that cannot be opened says why, and stays as it is', () => {
  const codeOf = (folder: string): string => {
    const opened = openApp(folder)
    if (!opened.ok) return opened.problems[0].code
    opened.value.close()
    return 'opened'
  }
  async function aClosedProfile(): Promise<string> {
    const { folder, close } = await aWorld()
    close()
    return folder
  }

  test('no profile there', () => {
    expect(codeOf(aFolder())).toBe('profile.damaged') // no keys to read
  })

  test('profile.json is no profile', async () => {
    const folder = await aClosedProfile()
    writeFileSync(join(folder, 'profile.json'), '{"format":1}')
    expect(codeOf(folder)).toBe('profile.damaged')
  })

  test('the keys are kept by the operating system, and this is not the installed program', async () => {
    const folder = join(aFolder(), 'p')
    const sealer = {
      seal: (text: string) => Buffer.from(text).toString('base64'),
      unseal: (sealed: string) => Buffer.from(sealed, 'base64').toString(),
    }
    await must(createProfile({ folder, profile, demo: false, clock: aClock().now, sealer }))
    expect(codeOf(folder)).toBe('profile.keysSealed')
    expect(readKeys(folder, sealer)).toMatchObject({ ok: true, value: { protection: 'sealed' } })
    expect(readFileSync(join(folder, 'keys.json'), 'utf8')).not.toContain('AGE-SECRET-KEY')
  })

  test('the store is damaged', async () => {
    const folder = await aClosedProfile()
    const store = join(folder, 'store.db')
    writeFileSync(store, Buffer.concat([Buffer.from('no database '), readFileSync(store)]))
    const before = readFileSync(store)
    expect(codeOf(folder)).toBe('profile.damaged')
    expect(readFileSync(store).equals(before)).toBe(true)
  })

  test('the store may not be written', async () => {
    const folder = await aClosedProfile()
    chmodSync(folder, 0o500)
    // The superuser may write anywhere: then there is nothing to be refused.
    expect(codeOf(folder)).toBe(process.getuid?.() === 0 ? 'opened' : 'profile.notWritable')
    chmodSync(folder, 0o700)
  })
})

describe('cards', () => {
  const cardOf = async (world: Awaited<ReturnType<typeof aWorld>>) => JSON.stringify((await world.done('profile.getCard', {})).card)
  const codes = (answer: { ok: boolean; problems?: readonly { code: string }[] }) => (answer.problems ?? []).map(({ code }) => code)

  test('a card is looked at before it is admitted: whose it is, and what to compare by phone', async () => {
    const inspector = await aWorld()
    const supervisor = await aWorld({ role: 'supervisor', name: '王主任' })
    const { fingerprint } = await supervisor.done('profile.getCard', {})
    const text = await cardOf(supervisor)
    expect(await inspector.done('profile.readCard', { text })).toMatchObject({
      card: { name: '王主任', role: 'supervisor' },
      fingerprint,
      known: false,
    })
    const admitted = await inspector.done('profile.admitCard', { text })
    expect(admitted).toMatchObject({ name: '王主任', standing: 'pinned', fingerprint })
    expect(await inspector.done('profile.readCard', { text })).toMatchObject({ known: true })
    expect((await inspector.done('profile.listDevices', {})).map(({ name, standing }) => [name, standing])).toEqual([
      ['李芳', 'self'],
      ['王主任', 'pinned'],
    ])
  })

  test('an inspector pins only supervisors; a supervisor enrols anybody, once the trust list is founded', async () => {
    const inspector = await aWorld()
    const colleague = await aWorld({ name: '王强', role: 'taskforce' })
    const supervisor = await aWorld({ role: 'supervisor', name: '王主任' })
    expect(codes(await inspector.call('profile.admitCard', { text: await cardOf(colleague) }))).toEqual(['trust.wrongRole'])
    expect(codes(await supervisor.call('profile.admitCard', { text: await cardOf(inspector) }))).toEqual(['trust.notInitialised'])
    expect(codes(await inspector.call('profile.initTrust', {}))).toEqual(['trust.notSupervisor'])
    expect(await supervisor.done('profile.initTrust', {})).toEqual({ root: 1, list: 1 })
    expect(codes(await supervisor.call('profile.initTrust', {}))).toEqual(['trust.alreadyInitialised'])
    for (const other of [inspector, colleague])
      expect(await supervisor.done('profile.admitCard', { text: await cardOf(other) })).toMatchObject({ standing: 'listed' })
    expect(await supervisor.done('profile.getTrust', {})).toMatchObject({
      initialised: true,
      root: 1,
      list: 3,
      space: expect.stringMatching(/^xz-/),
    })
  })

  test('its own card, and a card of the demonstration, are refused', async () => {
    const supervisor = await aWorld({ role: 'supervisor' })
    const demo = await aWorld({ role: 'supervisor', demo: true })
    await supervisor.done('profile.initTrust', {})
    await demo.done('profile.initTrust', {})
    expect(codes(await supervisor.call('profile.admitCard', { text: await cardOf(supervisor) }))).toEqual(['trust.ownCard'])
    expect(codes(await supervisor.call('profile.admitCard', { text: await cardOf(demo) }))).toEqual(['trust.demo'])
    expect(codes(await demo.call('profile.admitCard', { text: await cardOf(supervisor) }))).toEqual(['trust.demo'])
    expect((await demo.done('profile.getTrust', {})).space).toBe('demo')
  })
})

test('what a profile folder is, is known without opening its store', async () => {
  const folder = join(aFolder(), 'p')
  mkdirSync(folder)
  const made = await must(create(folder))
  expect(JSON.parse(readFileSync(join(folder, 'profile.json'), 'utf8'))).toEqual(made)
})
