/** Three figures, no more places than that takes: 0.065, 2.5, 18.4. */
export const qualityText = (quality: number): string => String(Number(quality.toPrecision(3)))

export const percent = (probability: number): string => `${(100 * probability).toFixed(1)} %`
