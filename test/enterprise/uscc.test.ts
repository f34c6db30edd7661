import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { say } from '#shared/app/say'
import { checkUscc, normalizeUscc } from '#shared/enterprise/uscc'
import { suggestUscc } from '#shared/enterprise/uscc-fix'

/** Codes of real bodies, each computed by both check digits; those marked in docs/ were also seen on public pages. */
const VALID = {
  enterprise:
    '914403001922038216 91440300708461136T 9150000020286320X6 915001066608898456 91330100799655058B 91440400192548256N 91440300192317458F 9152000071430580XT 91440606722473344C 91100000100003962T 911100001000044477 91110108551385082Q 91110000802100433B 91350900587527783P',
  government: '11500000MB17643950 11500000MB1633299M 11500000MB156369XY 11500000MB1678200K 11500104009286164T',
}
const SYNTHETIC =
  '91500103MA0DEM013Q 91500154MA0DEM021F 91500152MA0DEM03XA 91500243MA0DEM048E 91500108MA0DEM056E 91500106MA0DEM064C 91500107MA0DEM072M 91500109MA0DEM080D 91500116MA0DEM099E 92500103MA0DEM1014'.split(
    ' ',
  )
const ALL = [...Object.values(VALID).flatMap((codes) => codes.split(' ')), ...SYNTHETIC]
const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY'

const found = (typed: string) => checkUscc(typed).problems.map(({ code, facts }) => ({ code, ...facts }))
const said = (typed: string) => checkUscc(typed).problems.map((problem) => say(problem, 'zh'))

test('codes of well-known firms and of the market-supervision bureaus are right, and of which kind they are', () => {
  const kinds = Object.entries(VALID).flatMap(([kind, codes]) => codes.split(' ').map((code) => [code, kind] as const))
  expect(kinds.map(([code]) => [code, checkUscc(code).kind])).toEqual(kinds)
  expect(ALL.filter((code) => !checkUscc(code).valid)).toEqual([])
  expect(checkUscc('92500103MA0DEM1014').kind).toBe('selfEmployed')
})

test('the worked example of the standard: the last character of 9150000020286320X6 must be 6', () => {
  expect(checkUscc('9150000020286320X6').expectedCheck).toBe('6')
})

describe('a wrong code is told by its digit, not as “invalid format”', () => {
  test('the last check digit', () => {
    expect(said('9150000020286320X7')).toEqual(['校验位应为 6，现为 7'])
  })

  test('a letter the standard never uses, with the digit it is mistaken for', () => {
    expect(found('91500000202863Z0X6')).toEqual([{ code: 'uscc.character', position: 15, character: 'Z', hint: '2' }])
    expect(said('9150000020286320O6')).toEqual(['第 17 位不能是“O”，是否为 0？（O→0?）'])
    expect(['I', 'O', 'S', 'V', 'Z'].map((letter) => found(`9150000020286320${letter}6`)[0])).toMatchObject(
      ['1', '0', '5', 'U', '2'].map((hint) => ({ code: 'uscc.character', hint })),
    )
  })

  test('two digits exchanged', () => {
    expect(checkUscc('914403001922038261').valid).toBe(false)
  })

  test('one digit missing', () => {
    expect(found('91440300192203821')).toEqual([{ code: 'uscc.length', have: 17 }])
  })

  test('the check digit of the organisation code, when the last one was made to fit', () => {
    const wrong = '91500103MA0DEM014Q'
    const fitting = `${wrong.slice(0, 17)}${checkUscc(wrong).expectedCheck ?? ''}`
    expect(found(fitting)).toEqual([{ code: 'uscc.orgCheck', expected: '3', found: '4' }])
  })

  test('nothing at all', () => {
    expect(found('')).toEqual([{ code: 'uscc.length', have: 0 }])
  })
})

test('full-width, lower case, spaces and hyphens are only another spelling', () => {
  for (const typed of ['９１５０００００２０２８６３２０Ｘ６', ' 9150000020286320x6 ', '91500000-20286320X-6', '9150 0000 2028 6320 x6'])
    expect(checkUscc(typed)).toMatchObject({ valid: true, normalized: '9150000020286320X6' })
})

test('a letter O is offered as 0, and never put right unasked', () => {
  expect(checkUscc('915OOOOO20286320X6').valid).toBe(false)
  expect(suggestUscc('915OOOOO20286320X6')).toBe('9150000020286320X6')
  expect(suggestUscc('9150000020286320X7')).toBeNull()
})

const aCode = fc.constantFrom(...ALL)
const aPlace = fc.nat({ max: 17 })

test('changing any one character of a right code is found', () => {
  fc.assert(
    fc.property(aCode, aPlace, fc.constantFrom(...Array.from(ALPHABET)), (code, place, character) => {
      fc.pre(code.charAt(place) !== character)
      expect(checkUscc(code.slice(0, place) + character + code.slice(place + 1)).valid).toBe(false)
    }),
    { numRuns: 5000 },
  )
})

test('exchanging any two neighbours of a right code is found', () => {
  fc.assert(
    fc.property(aCode, fc.nat({ max: 16 }), (code, place) => {
      const [a, b] = [code.charAt(place), code.charAt(place + 1)]
      fc.pre(a !== b)
      expect(checkUscc(code.slice(0, place) + b + a + code.slice(place + 2)).valid).toBe(false)
    }),
    { numRuns: 2000 },
  )
})

test('whatever is typed is answered, and one spelling stays one spelling', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (typed) => {
      const { valid, normalized, problems } = checkUscc(typed)
      expect(normalizeUscc(normalized)).toBe(normalized)
      expect(valid).toBe(problems.length === 0)
    }),
    { examples: [['Ϊ\u0300'], ['a \u0300'], ['ß﹣ﬁ']] },
  )
})
