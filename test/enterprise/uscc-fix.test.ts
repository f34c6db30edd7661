import { expect, test } from 'vitest'
import { checkUscc } from '#shared/enterprise/uscc'
import { suggestUscc } from '#shared/enterprise/uscc-fix'

test('letters the standard never uses are put right, and the code is valid again', () => {
  const suggested = suggestUscc('91500o0020286320x6') ?? ''
  expect(suggested).toBe('915000002' + '0286320X6')
  expect(checkUscc(suggested).valid).toBe(true)
})

test.each(['9150000020286320X6', '9150000020286320X7', '', '9150'])('%s: nothing to suggest', (typed) => {
  expect(suggestUscc(typed)).toBeNull()
})
