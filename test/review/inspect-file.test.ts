import { describe, expect, test } from 'vitest'
import { aNotice, aPhoto, aSheet, aSiteReport, aStep, found, signatures, theCase } from './a-file.ts'

const CODE = '91500103MA0DEM013Q'
const party = { name: '重庆示范水泥有限公司', uscc: CODE, contact: '陈经理', phone: '02363000000' }
const judged = aStep('checkStep', { step: 'judge', on: '2026-11-24' })

test('a file that is in order has nothing a reviewer would deduct', () => {
  expect(found([aSheet(), judged, theCase(), aNotice()])).toEqual([])
  expect(found([aSiteReport()])).toEqual([])
})

describe('signatures', () => {
  test('of every sampler, of the inspected party, of a witness', () => {
    expect(found([aSheet({ signatures: [] })])).toEqual(
      [
        { role: 'sampler', name: '李芳' },
        { role: 'sampler', name: '王强' },
        { role: 'inspectedParty', name: '' },
      ].map((facts) => ({ code: 'review.signatureMissing', path: '/signatures', weight: 'serious', facts })),
    )
    expect(found([aSiteReport({ signatures })])).toMatchObject([{ code: 'review.signatureMissing', facts: { role: 'witness' } }])
    expect(found([aSiteReport({ signatures, witness: undefined })])).toEqual([])
  })

  test('stand under the content as it is now', () => {
    expect(found([aSheet({}, { contentHash: 'b'.repeat(64) })])).toMatchObject(
      [0, 1, 2].map((n) => ({ code: 'review.signatureOutdated', weight: 'serious', path: `/signatures/${String(n)}` })),
    )
  })
})

describe('names', () => {
  test('written another way are a remark, another name is serious', () => {
    expect(found([aSheet(), theCase(), aNotice({ name: '重庆示范水泥有限责任公司' })])).toMatchObject([
      {
        code: 'review.nameSpeltDifferently',
        weight: 'remark',
        path: '/name',
        facts: { other: '重庆示范水泥有限公司', title: 'CQ-1 水泥' },
      },
    ])
    expect(found([aSheet(), aNotice({ name: '重庆示范 水泥有限公司' })])).toMatchObject([{ code: 'review.nameSpeltDifferently' }])
    expect(found([aSheet(), aNotice({ name: '重庆示范水泥厂' })])).toMatchObject([
      { code: 'review.otherName', weight: 'serious', path: '/name' },
    ])
  })

  test('of the platform are held against the sheet too', () => {
    const online = { online: { platform: '示范商城' } }
    expect(found([aSheet(online), theCase({ platform: '示范商城' }), aNotice({ recipient: 'platform', name: '示范商城' })])).toEqual([])
    expect(found([aSheet(online), aNotice({ recipient: 'platform', name: '别的商城' })])).toMatchObject([{ code: 'review.otherName' }])
  })

  test('one code with two names is serious, whatever the role', () => {
    expect(found([aSheet({ producer: { name: '重庆示例建材厂', uscc: CODE } })])).toMatchObject([
      { code: 'review.codeOfAnother', weight: 'serious', path: '/producer/uscc', facts: { uscc: CODE, other: '重庆示范水泥有限公司' } },
    ])
    expect(found([aSheet({ producer: { name: '重庆示例建材厂', uscc: '91500103MA0DEM021H' } })])).toEqual([])
  })

  test('of samplers who are nearly the same and never stand in one list', () => {
    expect(found([aSheet(), aStep('checkStep', { step: 'assign', samplers: ['李方', '王强'] })])).toMatchObject([
      { code: 'review.samplerSpeltDifferently', weight: 'remark', path: '/samplers', facts: { name: '李方', other: '李芳' } },
    ])
    expect(found([aSheet(), aStep('checkStep', { step: 'assign', samplers: ['李芳', '王强', '李方'] })])).toEqual([]) // two people
    expect(found([aSheet(), aStep('checkStep', { step: 'assign', samplers: ['周海', '王强'] })])).toEqual([]) // somebody else came
  })
})

describe('photos', () => {
  test('of an empty place are missing; without one of the seals the file is returned', () => {
    expect(found([aSheet({}, { files: [] })]).map(({ code, weight, facts }) => [code, weight, (facts as { slot: string }).slot])).toEqual([
      ['review.sealPhotoMissing', 'serious', 'beforeSeal'],
      ['review.sealPhotoMissing', 'serious', 'afterSeal'],
      ...['facade', 'licence', 'process', 'sample', 'group'].map((slot) => ['review.photoMissing', 'remark', slot]),
    ])
    expect(found([aSiteReport({}, { files: [] })])).toMatchObject([{ code: 'review.photoMissing', facts: { slot: 'facade' } }])
  })

  test('of the works are not asked for when the sample was bought', () => {
    const sampling = { date: '2026-11-22', channel: 'onlinePurchase', purchase: 'bought', backupQuantity: 0 }
    expect(found([aSheet({ sampling }, { files: ['sample', 'beforeSeal', 'afterSeal'].map((slot) => aPhoto(slot)) })])).toEqual([])
  })

  test('that stand in another record as well', () => {
    const files = [...aSheet().files, aPhoto('other', { id: 'x', title: 'CQ-9 门窗' })]
    expect(found([aSheet({}, { files })])).toMatchObject([
      { code: 'review.photoFromElsewhere', weight: 'serious', facts: { name: 'other.jpg', title: 'CQ-9 门窗' } },
    ])
  })
})

test('a notice without a file has no proof of service', () => {
  expect(found([aNotice({}, { files: [] })])).toMatchObject([{ code: 'review.noProofOfService', weight: 'serious' }])
  expect(found([aStep('caseStep', { step: 'stopSale' })])).toEqual([])
})

describe('dates', () => {
  const dates = (records: Parameters<typeof found>[0]) => found(records).map(({ code, path }) => [code, path])
  const sampling = { date: '2026-11-22', channel: 'onSite', purchase: 'bought', backupQuantity: 0 }

  test('within one paper', () => {
    expect(dates([aSheet({ product: { producedOn: '2026-11-23', trademark: '山城' } })])).toEqual([
      ['review.datesOutOfOrder', '/sampling/date'],
    ])
    expect(dates([aSheet({ product: { lotNo: '1', trademark: '山城', useBy: '2026-11-21' } })])).toEqual([
      ['review.datesOutOfOrder', '/product/useBy'],
    ])
    expect(dates([aSheet({ sampling: { ...sampling, sendBy: '2026-11-20' } })])).toEqual([['review.datesOutOfOrder', '/sampling/sendBy']])
    expect(dates([aSheet({ online: { orderedOn: '2026-11-05', receivedOn: '2026-11-04', unpackedOn: '2026-11-06' } })])).toEqual([
      ['review.datesOutOfOrder', '/online/receivedOn'],
    ])
    expect(dates([aSheet({ food: { purchasedOn: '2026-11-30' } })])).toEqual([['review.datesOutOfOrder', '/sampling/date']])
    expect(dates([aSiteReport({ localBureau: { opinion: '属实', on: '2026-11-01' } })])).toEqual([
      ['review.datesOutOfOrder', '/localBureau/on'],
    ])
    expect(dates([aSheet({ online: { orderedOn: '2026-11-04', receivedOn: '2026-11-05', unpackedOn: '2026-11-06' } })])).toEqual([])
  })

  test('of a signature before the visit', () => {
    const early = [{ ...signatures[0], at: '2026-11-20T10:00:00+08:00' }, ...signatures.slice(1)]
    expect(dates([aSheet({ signatures: early })])).toEqual([['review.datesOutOfOrder', '/signatures/0/at']])
  })

  test('of a case before its verdict', () => {
    expect(dates([aSheet(), judged, theCase({ openedOn: '2026-11-23' })])).toEqual([['review.datesOutOfOrder', '/openedOn']])
    expect(dates([aSheet(), theCase({ openedOn: '2026-11-23' })])).toEqual([])
  })
})

test('a step that does not count is serious', () => {
  const aside = { step: { zh: '公告', en: 'announce' }, problems: [{ code: 'procedure.notInState', path: '/step', facts: {} }] }
  expect(found([aSheet(), aStep('caseStep', { step: 'announcement', url: 'https://example.invalid' }, { aside })])).toMatchObject([
    { code: 'review.stepOutOfPlace', weight: 'serious', path: '/step', facts: { step: { zh: '公告' } } },
  ])
})

test('a step that counts, and is too late or too early by what is known now', () => {
  const untimely = [{ code: 'aftercare.tooLate', path: '/on', facts: { due: '2026-12-08', on: '2026-12-09' } }]
  expect(found([aSheet(), aStep('caseStep', { step: 'objection', on: '2026-12-09' }, { untimely })])).toEqual([
    { code: 'review.stepUntimely', weight: 'serious', path: '/on', facts: { due: '2026-12-08', on: '2026-12-09' } },
  ])
})

describe('blanks', () => {
  const blank = (records: Parameters<typeof found>[0]) => found(records).map(({ path, weight }) => [path, weight])

  test('that reviewers ask about are remarks', () => {
    const poor = aSheet({
      head: {},
      inspectedParty: { name: party.name, uscc: CODE },
      product: {},
      sampling: { date: '2026-11-22', channel: 'onSite', backupQuantity: 3 },
    })
    expect(blank([poor])).toEqual(
      [
        '/head/taskNo',
        '/inspectedParty/contact',
        '/inspectedParty/phone',
        '/product/producedOn',
        '/product/trademark',
        '/sampling/purchase',
        '/sampling/backupLocation',
      ].map((path) => [path, 'remark']),
    )
    expect(blank([aSheet({ product: { lotNo: 'A-1', trademark: '/' } })])).toEqual([]) // a lot number does, a stroke is an answer
    expect(blank([aStep('checkStep', { step: 'report', on: '2026-11-23' })])).toEqual([['/cmaNo', 'remark']])
    expect(blank([aStep('checkStep', { step: 'receive', cmaNo: '' })])).toEqual([['/receivedBy', 'remark']])
    expect(blank([aNotice({ docNo: '' })])).toEqual([['/docNo', 'remark']])
    expect(blank([aSiteReport({ outcome: 'notFound', localBureau: undefined })])).toEqual([])
  })

  test('a firm without a code and without a reason for it', () => {
    expect(blank([aSheet({ inspectedParty: { ...party, uscc: '' } })])).toEqual([['/inspectedParty/noUsccReason', 'serious']])
    expect(blank([aSheet({ producer: { name: '小作坊' } })])).toEqual([['/producer/noUsccReason', 'remark']])
    expect(blank([aSheet({ producer: { name: '小作坊', noUsccReason: '未办理登记' } })])).toEqual([])
  })
})

test('what was corrected or made void is explained', () => {
  expect(found([aSheet({}, { corrections: ['错', '批号抄错一位'] })])).toMatchObject([
    { code: 'review.correctionUnexplained', facts: { reason: '错' } },
  ])
  const voided = [
    { id: 'a', title: '复查 2026-11-20', reason: '误' },
    { id: 'b', title: '公告 2026-11-20', reason: '与另一台电脑的记录重复' },
  ]
  expect(found([], voided)).toMatchObject([{ code: 'review.voidUnexplained', weight: 'remark', facts: { title: '复查 2026-11-20' } }])
})

test('two cases for one batch', () => {
  const [first, second] = [theCase(), theCase({ no: 'H002' }, { id: '01890000-0000-7000-8000-000000000005' })]
  expect(found([second, first])).toEqual([{ code: 'review.secondCase', path: '', weight: 'serious', facts: { no: 'H001' } }])
  expect(found([first])).toEqual([])
})
