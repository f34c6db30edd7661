/** Digits of what was typed, full-width ones too; everything else cannot be part of a whole number and does not appear. */
export const digitsTyped = (typed: string): string => typed.normalize('NFKC').replaceAll(/\D/g, '').slice(0, 12)

export const wholeNumber = (digits: string): number | undefined => (digits === '' ? undefined : Number(digits))
