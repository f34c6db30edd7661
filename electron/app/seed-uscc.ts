import { checkUscc } from '#shared/enterprise/uscc'

/** GB 32100-2015 leaves out I, O, S, V and Z. */
const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const SPACE = 31 ** 6
/** Not a multiple of 31, so that steps of it visit every one of the 31^6 codes before one comes again. */
const STEP = 7_368_787

/** Completes the first 16 characters of a code with both check characters. */
export function completeUscc(first16: string): string {
  const org = checkUscc(`${first16}00`).problems.find(({ code }) => code === 'uscc.orgCheck')
  const first17 = `${first16}${org === undefined ? '0' : (org.facts as { readonly expected: string }).expected}`
  return `${first17}${checkUscc(`${first17}0`).expectedCheck ?? ''}`
}

/**
 * A code that passes both check digits and names nobody: its organisation part begins with XN, and what has been issued
 * begins with a digit or M. `start` and `index` choose one of 31^6; two indices of one start never meet.
 */
export function syntheticUscc(type: '91' | '92', region: string, start: number, index: number): string {
  let rest = (start + index * STEP) % SPACE
  let tail = ''
  for (let place = 0; place < 6; place++) {
    tail = `${ALPHABET.charAt(rest % 31)}${tail}`
    rest = Math.floor(rest / 31)
  }
  return completeUscc(`${type}${region}XN${tail}`)
}
