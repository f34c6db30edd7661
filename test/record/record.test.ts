import { describe, expect, test } from 'vitest'
import { newRecordId } from '#electron/kernel/world'
import { type AWorld, aWorld, reopened } from '../app/a-world.ts'
import { aCompleteSheet, theSignatures, type SheetChanges } from '../spot-check/a-sheet.ts'

const kind = 'samplingSheet'
const unknown = newRecordId()

async function aDraft({ done }: AWorld, changes: SheetChanges = {}, id = newRecordId()): Promise<string> {
  await done('record.saveDraft', { id, kind, doc: aCompleteSheet(changes) })
  return id
}

async function aSealedSheet(world: AWorld, changes: SheetChanges = {}): Promise<string> {
  const id = await aDraft(world, changes)
  await world.done('record.submit', { id })
  return id
}

const codes = (answer: { ok: boolean; problems?: readonly { code: string; path: string }[] }): string[] =>
  (answer.problems ?? []).map(({ code, path }) => `${code} ${path}`.trim())

describe('a draft', () => {
  test('comes back exactly as it was left, the cursor included, after the program was closed', async () => {
    const { folder, done, close } = await aWorld()
    const [id, doc] = [newRecordId(), { product: { name: '普通硅酸盐水' }, sampling: { base: 2 }, remarks: '  刚打到一半 ' }]
    await done('record.saveDraft', { id, kind, doc, cursor: '/product/name' })
    close()
    const again = await reopened(folder)
    expect(await again.done('record.get', { id })).toMatchObject({ kind, state: 'draft', revision: null, doc, cursor: '/product/name', history: [] })
  })

  test('saved a hundred times is one draft, and no line', async () => {
    const world = await aWorld()
    const id = await aDraft(world)
    for (let base = 1; base <= 100; base++) await aDraft(world, { sampling: { base } }, id)
    expect(await world.done('record.listDrafts', {})).toMatchObject([{ id, title: '普通硅酸盐水泥 · 重庆示范水泥有限公司', state: 'draft' }])
    expect(world.lines()).toBe(0)
  })

  test('is dated and signed as it is saved: a drawn signature gets its time and the content it stands under', async () => {
    const world = await aWorld()
    const id = await aDraft(world)
    const { doc } = (await world.done('record.get', { id })) ?? {}
    const signatures = doc?.['signatures'] as { at: string; over: string }[]
    expect(signatures.map(({ at }) => at)).toEqual(theSignatures.map(() => '2026-11-22T10:00:00+08:00'))
    expect(new Set(signatures.map(({ over }) => over)).size).toBe(1)
    expect(await world.done('spotCheck.checkSheet', { id })).toEqual([])
  })

  test('thrown away lies in the bin, and comes back whole', async () => {
    const world = await aWorld()
    const id = await aDraft(world)
    const before = await world.done('record.get', { id })
    await world.done('record.discardDraft', { id })
    expect(await world.done('record.listDrafts', {})).toEqual([])
    expect(await world.done('record.listDrafts', { discarded: true })).toMatchObject([{ id }])
    await world.done('record.restoreDraft', { id })
    expect(await world.done('record.get', { id })).toEqual(before)
    expect(codes(await world.call('record.discardDraft', { id: unknown }))).toEqual(['record.noSuchDraft'])
  })

  test('in the bin is not sealed by mistake', async () => {
    const world = await aWorld()
    const id = await aDraft(world)
    await world.done('record.discardDraft', { id })
    expect(codes(await world.call('record.submit', { id }))).toEqual(['record.noSuchDraft'])
    expect(world.lines()).toBe(0)
  })

  test('stays of its kind', async () => {
    const world = await aWorld()
    const id = await aDraft(world)
    expect(codes(await world.call('record.saveDraft', { id, kind: 'enterprise', doc: { name: '某厂' } }))).toEqual(['record.otherKind /kind'])
    expect(await world.done('record.get', { id })).toMatchObject({ kind, doc: { product: { name: '普通硅酸盐水泥' } } })
  })

  test('of an unknown kind, or with what nobody could show again, is refused and nothing is kept', async () => {
    const { call, done } = await aWorld()
    expect(codes(await call('record.saveDraft', { id: unknown, kind: 'visit', doc: {} }))).toEqual(['record.unknownKind /kind'])
    expect(codes(await call('record.saveDraft', { id: unknown, kind, doc: { weather: '晴' } }))).toEqual(['field.unknown'])
    expect(codes(await call('record.saveDraft', { id: 'one', kind, doc: {} }))).toEqual(['field.invalid /id'])
    expect(await done('record.get', { id: unknown })).toBeNull()
  })

  test('with a character that is none (half an emoji, a NUL) is kept, and sealed without it', async () => {
    const world = await aWorld()
    const id = await aDraft(world, { remarks: '好\u0000的\ud83d' })
    await world.done('record.submit', { id })
    expect(await world.done('record.get', { id })).toMatchObject({ doc: { remarks: '好的\ufffd' } })
  })
})

describe('sealing', () => {
  test('makes the draft a record whose document stays as it was signed', async () => {
    const world = await aWorld()
    const id = await aDraft(world)
    const { doc } = (await world.done('record.get', { id })) ?? {}
    world.clock.pass(60)
    const sealed = await world.done('record.submit', { id })
    expect(sealed).toEqual({ id, revision: expect.stringMatching(/^[0-9a-f]{64}$/), state: 'submitted', at: '2026-11-22T10:01:00+08:00' })
    expect(await world.done('record.get', { id, history: true })).toMatchObject({
      id,
      state: 'submitted',
      revision: sealed.revision,
      doc,
      conflicts: [],
      by: '李芳',
      at: '2026-11-22T10:01:00+08:00',
      history: [{ revision: sealed.revision, op: 'submit', parents: [], status: 'effective' }],
    })
    expect(await world.done('record.listDrafts', {})).toEqual([])
    expect(await world.done('record.list', { kind })).toMatchObject({ total: 1, items: [{ id, state: 'submitted', demo: false }] })
    expect(world.lines()).toBe(1)
  })

  test('is refused with everything that stands against it at once; nothing is logged and the draft stays', async () => {
    const world = await aWorld()
    const changes = { samplers: [{ name: '李芳' }], sampling: { base: 5, backupSealNo: '封-0001' }, producer: { uscc: '9150000020286320X7' } }
    const id = await aDraft(world, changes)
    const before = await world.done('record.get', { id })
    const expected = [
      'uscc.check /producer/uscc',
      'spotCheck.tooFewSamplers /samplers',
      'spotCheck.baseTooSmall /sampling/base',
      'spotCheck.sealsAlike /sampling/backupSealNo',
    ]
    expect(codes(await world.call('record.submit', { id }))).toEqual(expected)
    expect((await world.done('spotCheck.checkSheet', { id })).map(({ code, path }) => `${code} ${path}`)).toEqual(expected)
    expect(world.lines()).toBe(0)
    expect(await world.done('record.get', { id })).toEqual(before)
  })

  test('happens once: neither sealed nor saved again', async () => {
    const world = await aWorld()
    const id = await aSealedSheet(world)
    expect(codes(await world.call('record.submit', { id }))).toEqual(['record.sealed'])
    expect(codes(await world.call('record.saveDraft', { id, kind, doc: {} }))).toEqual(['record.sealed'])
    expect(codes(await world.call('attachment.add', { record: id, kind, name: 'a.jpg', bytes: new Uint8Array([1]) }))).toEqual(['record.sealed'])
    expect(codes(await world.call('record.submit', { id: unknown }))).toEqual(['record.noSuchDraft'])
    expect(world.lines()).toBe(1)
  })

  test('of a sheet larger than a line may be is refused, and does not stand in the way of the others', async () => {
    const world = await aWorld()
    const strokes = Array.from({ length: 1499 }, () => '999,399').join(' ')
    const signatures = Array.from({ length: 12 }, (_none, index) => ({ ...theSignatures[Math.min(index, 2)], strokes }))
    const text = '检'.repeat(120)
    const items = Array.from({ length: 100 }, () => ({ name: text, requirement: 'qualitative' as const, expected: text, method: text, result: text.slice(60), weight: 'A' as const }))
    const id = await aDraft(world, { signatures: signatures as never, items })
    expect(codes(await world.call('record.submit', { id }))).toEqual(['record.tooLarge'])
    expect(world.lines()).toBe(0)
  })
})

describe('a correction', () => {
  const corrected = aCompleteSheet({ remarks: '更正批号', product: { lotNo: 'B-2' } })

  test('keeps the sealed document and says why there is another', async () => {
    const world = await aWorld()
    const id = await aSealedSheet(world)
    const before = await world.done('record.get', { id })
    const { revision } = await world.done('record.correct', { id, doc: corrected, reason: ' 批号抄错 ' })
    expect(await world.done('record.get', { id, history: true })).toMatchObject({
      revision,
      state: 'submitted',
      doc: { remarks: '更正批号', product: { lotNo: 'B-2', name: '普通硅酸盐水泥' } },
      history: [
        { revision: before?.revision, op: 'submit' },
        { revision, op: 'correct', why: '批号抄错', parents: [before?.revision] },
      ],
    })
    expect(world.lines()).toBe(2)
  })

  test('needs a reason, something sealed, and a document the law has nothing against', async () => {
    const world = await aWorld()
    const id = await aSealedSheet(world)
    const draft = await aDraft(world, { head: { no: 'CQ-500103-20261122-abcd-002' } })
    const correct = async (name: string, doc: unknown, reason: string) => codes(await world.call('record.correct', { id: name, doc, reason }))
    expect(await correct(id, corrected, '  ')).toEqual(['record.reasonMissing /reason'])
    expect(await correct(draft, corrected, '理由')).toEqual(['record.notSealed'])
    expect(await correct(unknown, corrected, '理由')).toEqual(['record.noSuchRecord'])
    expect(await correct(id, { ...corrected, samplers: [{ name: '李芳' }] }, '理由')).toEqual(['spotCheck.tooFewSamplers /samplers'])
    expect(await correct(id, null, '理由')).toEqual(['field.invalid'])
    expect(world.lines()).toBe(1)
  })

  test('keeps the photos', async () => {
    const world = await aWorld()
    const id = await aDraft(world)
    const photo = await world.done('attachment.add', { record: id, kind, slot: 'scene', name: 'a.jpg', bytes: new Uint8Array([0xff, 0xd8, 0xff, 1]) })
    await world.done('record.submit', { id })
    await world.done('record.correct', { id, doc: corrected, reason: '批号抄错' })
    expect(await world.done('attachment.list', { record: id })).toMatchObject([{ id: photo.id, sha256: photo.sha256, slot: 'scene', present: true }])
  })
})

describe('voiding', () => {
  test('leaves a tombstone: the record is there, void, with the reason, and counts nowhere', async () => {
    const world = await aWorld()
    const party = newRecordId()
    await world.done('enterprise.add', { id: party, doc: { name: '重庆示范水泥有限公司', uscc: '91500103MA0DEM013Q', region: '500103', address: '民族路 1 号' } })
    const id = await aSealedSheet(world, { inspectedParty: { enterpriseId: party } })
    expect(await world.done('enterprise.search', {})).toMatchObject([{ sheets: 1, lastSheet: '2026-11-22' }])
    expect(codes(await world.call('record.void', { id, reason: '' }))).toEqual(['record.reasonMissing /reason'])
    expect(await world.done('record.void', { id, reason: '重复录入' })).toMatchObject({ id, state: 'void' })
    expect(await world.done('record.get', { id, history: true })).toMatchObject({
      state: 'void',
      doc: { product: { name: '普通硅酸盐水泥' } },
      history: [{ op: 'submit' }, { op: 'void', why: '重复录入' }],
    })
    expect(await world.done('enterprise.search', {})).toMatchObject([{ sheets: 0, lastSheet: null }])
    expect(await world.done('spotCheck.lastSheet', {})).toBeNull()
    expect((await world.done('record.list', { kind, state: 'void' })).total).toBe(1)
  })

  test('is not taken back by a correction', async () => {
    const world = await aWorld()
    const id = await aSealedSheet(world)
    await world.done('record.void', { id, reason: '重复录入' })
    await world.call('record.correct', { id, doc: aCompleteSheet(), reason: '又要了' })
    expect(await world.done('record.get', { id })).toMatchObject({ state: 'void' })
  })
})

describe('lists', () => {
  test('are found by any word, from one character on, by part of a number, and in full-width', async () => {
    const world = await aWorld()
    const id = await aSealedSheet(world, { inspectedParty: { name: '𠮷野家电器有限公司' } })
    await aSealedSheet(world, { head: { no: 'CQ-500103-20261122-abcd-002' }, product: { name: '电线', kind: '电线电缆', model: 'BV 2.5' }, sampling: { base: 9000, testQuantity: 30, backupQuantity: 20 } })
    const found = async (search: string) => (await world.done('record.list', { kind, search })).items.map((item) => item.id === id)
    expect(await found('泥')).toEqual([false, true])
    expect(await found('𠮷')).toEqual([true])
    expect(await found('𠮷野')).toEqual([true])
    expect(await found('𠮷野家')).toEqual([true])
    expect(await found('硅酸盐水泥')).toEqual([true])
    expect(await found('水泥 𠮷野')).toEqual([true])
    expect(await found('水泥 电线')).toEqual([false])
    expect(await found('abcd-002')).toEqual([false])
    expect(await found('DEM0')).toEqual([false, true])
    expect(await found('ＢＶ　２．５')).toEqual([false])
    expect(await found('没有的')).toEqual([])
  })

  test('go page by page to the end, each record once, newest first', async () => {
    const world = await aWorld()
    const sealed: string[] = []
    for (let n = 1; n <= 23; n++) {
      sealed.unshift(await aSealedSheet(world, { head: { no: `CQ-500103-20261122-abcd-${String(n).padStart(3, '0')}` } }))
      if (n % 2 === 0) world.clock.pass(60) // some share their second
    }
    const pages: string[][] = []
    for (let after: string | undefined; ; ) {
      const page = await world.done('record.list', { kind, limit: 5, ...(after === undefined ? {} : { after }) })
      expect(page.total).toBe(23)
      pages.push(page.items.map(({ id }) => id))
      if (page.next === null) break
      after = page.next
    }
    expect(pages.map((page) => page.length)).toEqual([5, 5, 5, 5, 3])
    expect(pages.flat().toSorted()).toEqual(sealed.toSorted())
    expect(pages.flat()).toEqual(sealed)
  })

  test('narrow by state, district and days', async () => {
    const world = await aWorld()
    await aSealedSheet(world, { head: { no: 'CQ-500103-20261122-abcd-001' } })
    world.clock.pass(24 * 3600)
    await aSealedSheet(world, { head: { no: 'CQ-500112-20261123-abcd-001', region: '500112' } })
    const total = async (filter: object) => (await world.done('record.list', { kind, ...filter })).total
    expect(await total({ region: '500112' })).toBe(1)
    expect(await total({ from: '2026-11-23' })).toBe(1)
    expect(await total({ to: '2026-11-22' })).toBe(1)
    expect(await total({ from: '2026-11-22', to: '2026-11-23' })).toBe(2)
    expect(await total({ state: 'submitted' })).toBe(2)
    expect(await total({ state: 'void' })).toBe(0)
    expect(await world.done('record.countStates', { kind })).toMatchObject({ draft: 0, submitted: 2, void: 0 })
  })
})
