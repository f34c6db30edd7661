/** `3, 17 25` → [3, 17, 25]; anything between the numbers separates them. */
export const numbersIn = (text: string): number[] => (text.normalize('NFKC').match(/\d+/g) ?? []).map(Number).filter(Number.isSafeInteger)
