const grouped = new Intl.NumberFormat('en-US', { maximumFractionDigits: 2 })

/** `170,000,000`, `12,345.67`: the same in both languages. */
export const figureInWords = (figure: number): string => grouped.format(figure)
