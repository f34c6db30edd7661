import { describe, expect, test } from 'vitest'
import { normalizeNumber, readCertificateNumber } from '#shared/certification/certificate-number'
import { CertificationKind } from '#shared/certification/certification-choices'

const today = '2026-11-22'
const codes = (number: string, kind?: CertificationKind, issuedOn?: string): string[] =>
  readCertificateNumber(number, { today, kind, issuedOn }).warnings.map(({ code }) => code)

test('a CCC number says the year, the body, the class and the serial', () => {
  expect(readCertificateNumber('2016010901123456', { today, kind: 'ccc' })).toEqual({
    normalized: '2016010901123456',
    form: 'ccc',
    year: 2016,
    body: '01',
    bodyName: '中国质量认证中心（CQC）',
    kind: '0901',
    serial: '123456',
    renewals: null,
    size: null,
    region: null,
    warnings: [],
  })
})

test('the number of a management system says body, year, system, serial, renewals and size', () => {
  expect(readCertificateNumber('03410Q10286R0S', { today, kind: 'qms' })).toMatchObject({
    form: 'system',
    body: '034',
    year: 2010,
    kind: 'Q',
    serial: '10286',
    renewals: 0,
    size: 'S',
    warnings: [],
  })
})

test('a food licence carries a check digit, and a wrong one says what it should be', () => {
  expect(readCertificateNumber('SC11834022105055', { today, kind: 'foodLicence' })).toMatchObject({
    form: 'foodLicence',
    kind: '118',
    region: '340221',
    serial: '0505',
    warnings: [],
  })
  expect(readCertificateNumber('SC11834022105056', { today, kind: 'foodLicence' }).warnings).toEqual([
    { code: 'certification.numberCheckDigit', path: '/number', facts: { have: '6', expected: '5' } },
  ])
})

test('a production licence is read with its province or without', () => {
  const read = readCertificateNumber('（渝）XK08－001－00012', { today, kind: 'productionLicence' })
  expect(read).toMatchObject({
    normalized: '(渝)XK08-001-00012',
    form: 'productionLicence',
    region: '渝',
    kind: '08-001',
    serial: '00012',
    warnings: [],
  })
  expect(readCertificateNumber('XK08-001-00012', { today, kind: 'productionLicence' })).toMatchObject({ region: null, warnings: [] })
})

describe('what is odd is said, and never more than once', () => {
  test.each<[string, CertificationKind, string[], string?]>([
    ['2016010901123456', 'qms', ['certification.numberOfOtherKind']],
    ['03410Q10286R0S', 'ccc', ['certification.numberOfOtherKind']],
    ['03410Q10286R0S', 'environment', ['certification.numberOfOtherKind']],
    ['03410E10286R1M', 'environment', []],
    ['03410S10286R1L', 'safety', []],
    ['03410QJ0286R0S', 'construction', []],
    ['03410Q10286R0S-1', 'qms', []],
    ['SC11834022105055', 'productionLicence', ['certification.numberOfOtherKind']],
    ['(渝)XK08-001-00012', 'ccc', ['certification.numberOfOtherKind']],
    ['2O16O1O9O1123456', 'ccc', ['certification.numberLookalike']],
    ['201601090112345', 'ccc', ['certification.numberNotOfForm']],
    ['20160109011234567', 'ccc', ['certification.numberNotOfForm']],
    ['2061010901123456', 'ccc', ['certification.numberYear']],
    ['2016010901123456', 'ccc', ['certification.numberYearAfterIssue'], '2015-03-01'],
    ['CQC-GREEN-77', 'greenProduct', []],
    ['', 'ccc', []],
  ])('%s as %s', (number, kind, expected, issuedOn) => {
    expect(codes(number, kind, issuedOn)).toEqual(expected)
  })

  test('whatever is typed is answered, for every kind', () => {
    for (const kind of CertificationKind.options)
      for (const number of ['', ' ', '😀', '((((', 'R0', '0'.repeat(16), 'SC'.repeat(30), '\u0000'])
        expect(Array.isArray(readCertificateNumber(number, { today, kind }).warnings)).toBe(true)
  })
})

test('full-width, spaced and lower-case spellings are one number', () => {
  const same = ['03410q10286r0s', '０３４１０Ｑ１０２８６Ｒ０Ｓ', ' 03410 Q10286 R0S ']
  expect(new Set(same.map(normalizeNumber))).toEqual(new Set(['03410Q10286R0S']))
})
