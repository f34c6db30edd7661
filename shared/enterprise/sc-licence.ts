const FORM = /^SC(\d{13})(\d)$/

/** ISO 7064 MOD 11,10 over the 13 digits before it. */
export function scCheckDigit(digits: string): number {
  let product = 10
  for (const digit of digits) {
    const sum = (product + Number(digit)) % 10
    product = ((sum === 0 ? 10 : sum) * 2) % 11
  }
  return (11 - product) % 10
}

/** 食品生产许可证编号: SC, 3 digits of the class, 6 of the region, 4 running, 1 check digit. Warned of, never refused. */
export function isScLicence(text: string): boolean {
  const [, digits, check] = FORM.exec(text.normalize('NFKC').trim().toUpperCase()) ?? []
  return digits !== undefined && scCheckDigit(digits) === Number(check)
}
