import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkScLicence } from '#shared/enterprise/sc-licence'
import { askCli } from '../app/ask-cli.ts'

test('V44: the check digit of SC 1183402210505? is 5', async () => {
  expect(checkScLicence('SC11834022105055')).toEqual({ valid: true, normalized: 'SC11834022105055', expectedCheck: '5' })
  expect(checkScLicence('SC11834022105056')).toMatchObject({ valid: false, expectedCheck: '5' })
  expect((await askCli('calc', 'sc-licence', 'SC11834022105056', '--json')).json).toMatchObject({ valid: false, expectedCheck: '5' })
})

test('lower case and full-width are the same licence; another form is none', () => {
  expect(checkScLicence(' sc１1834022105055 ').valid).toBe(true)
  for (const text of ['', 'SC', 'SC1183402210505', 'QS11834022105055', 'SC118340221050555'])
    expect(checkScLicence(text)).toMatchObject({ valid: false, expectedCheck: null })
})

test('one wrong digit is always found', () => {
  const digits = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 13, maxLength: 13 })
  const expected = (code: readonly number[]): string | null => checkScLicence(`SC${code.join('')}0`).expectedCheck
  fc.assert(
    fc.property(digits, fc.nat({ max: 12 }), fc.integer({ min: 1, max: 9 }), (code, at, by) => {
      const wrong = code.map((digit, index) => (index === at ? (digit + by) % 10 : digit))
      expect(expected(wrong)).not.toBe(expected(code))
    }),
  )
})
