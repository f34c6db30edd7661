const FORM = /^SC(\d{13})(\d)$/

/** ISO 7064 MOD 11,10 over the 13 digits before it. */
function scCheckDigit(digits: string): number {
  let product = 10
  for (const digit of digits) {
    const sum = (product + Number(digit)) % 10
    product = ((sum === 0 ? 10 : sum) * 2) % 11
  }
  return (11 - product) % 10
}

export interface ScLicenceCheck {
  readonly valid: boolean
  readonly normalized: string
  /** What the check digit should be; null when the number is not SC and 14 digits. */
  readonly expectedCheck: string | null
}

/** 食品生产许可证编号: SC, 3 digits of the class, 6 of the region, 4 running, 1 check digit. Never throws. */
export function checkScLicence(typed: string): ScLicenceCheck {
  const normalized = typed.normalize('NFKC').replaceAll(/\s/g, '').toUpperCase()
  const [, digits, check] = FORM.exec(normalized) ?? []
  if (digits === undefined) return { valid: false, normalized, expectedCheck: null }
  const expectedCheck = String(scCheckDigit(digits))
  return { valid: expectedCheck === check, normalized, expectedCheck }
}
