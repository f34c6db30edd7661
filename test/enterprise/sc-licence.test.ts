import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isScLicence, scCheckDigit } from '#shared/enterprise/sc-licence'

test('V44: the check digit of SC 1183402210505? is 5', () => {
  expect(scCheckDigit('1183402210505')).toBe(5)
  expect(isScLicence('SC11834022105055')).toBe(true)
  expect(isScLicence('SC11834022105056')).toBe(false)
})

test('lower case and full-width are the same licence; another form is none', () => {
  expect(isScLicence(' sc１1834022105055 ')).toBe(true)
  for (const text of ['', 'SC', 'SC1183402210505', 'QS11834022105055', 'SC118340221050555']) expect(isScLicence(text)).toBe(false)
})

test('one wrong digit is always found', () => {
  const digits = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 13, maxLength: 13 })
  fc.assert(
    fc.property(digits, fc.nat({ max: 12 }), fc.integer({ min: 1, max: 9 }), (code, at, by) => {
      const wrong = code.map((digit, index) => (index === at ? (digit + by) % 10 : digit))
      expect(scCheckDigit(wrong.join(''))).not.toBe(scCheckDigit(code.join('')))
    }),
  )
})
