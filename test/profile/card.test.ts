import { describe, expect, test } from 'vitest'
import { deviceKeyOf, newBoxKey, newDeviceSeed } from '#electron/kernel/device-key'
import { signSsh } from '#electron/kernel/sshsig'
import { cardText, makeCard, readCard } from '#electron/profile/card'
import { canonical } from '#shared/kernel/canonical'
import type { DeviceCard } from '#shared/profile/device-card'

async function aCard(key = deviceKeyOf(newDeviceSeed())): Promise<DeviceCard> {
  return makeCard(
    {
      type: 'inspect-trust/card',
      v: 1,
      device: key.device,
      sign: key.publicKey,
      box: (await newBoxKey()).recipient,
      name: '王主任',
      role: 'supervisor',
      region: '500112',
      org: '渝北区市场监督管理局',
      created: '2026-11-22T10:00:00+08:00',
    },
    key,
  )
}

const codeOf = (text: string): string | undefined => {
  const read = readCard(text)
  return read.ok ? undefined : read.problems[0].code
}

test('a card that a device wrote is read as it was written', async () => {
  const card = await aCard()
  expect(readCard(cardText(card))).toEqual({ ok: true, value: card })
  expect(readCard(JSON.stringify(card))).toEqual({ ok: true, value: card })
})

describe('a forged card is recognised', () => {
  test('when any field was changed', async () => {
    const card = await aCard()
    const other = await aCard()
    const changes: Partial<DeviceCard>[] = [
      { name: '李芳' },
      { role: 'inspector' },
      { region: '500103' },
      { org: '' },
      { box: other.box },
      { device: other.device },
      { sign: other.sign },
      { demo: true },
      { created: '2026-11-23T10:00:00+08:00' },
      { signature: other.signature },
      { signature: '' },
    ]
    expect(changes.map((change) => codeOf(cardText({ ...card, ...change })))).toEqual(changes.map(() => 'trust.cardForged'))
  })

  test('when it claims the name of another device with a key of its own', async () => {
    const [card, thief] = [await aCard(), deviceKeyOf(newDeviceSeed())]
    const { signature: _, ...fields } = { ...card, sign: thief.publicKey }
    const signature = await signSsh(thief, 'inspect-enroll@v1', Buffer.from(canonical(fields)))
    expect(codeOf(cardText({ ...fields, signature }))).toBe('trust.cardForged')
  })

  test('when it was signed for another purpose', async () => {
    const key = deviceKeyOf(newDeviceSeed())
    const { signature: _, ...fields } = await aCard(key)
    const signature = await signSsh(key, 'inspect-batch@v1', Buffer.from(canonical(fields)))
    expect(codeOf(cardText({ ...fields, signature }))).toBe('trust.cardForged')
  })
})

test('what is no card is said to be unreadable', async () => {
  const card = await aCard()
  const texts = [
    '',
    'hello',
    '[]',
    '{}',
    JSON.stringify({ ...card, v: 2 }),
    JSON.stringify({ ...card, more: 1 }),
    JSON.stringify({ ...card, box: 'age1' }),
    cardText(card).slice(0, -3),
  ]
  expect(texts.map(codeOf)).toEqual(texts.map(() => 'trust.cardUnreadable'))
})
