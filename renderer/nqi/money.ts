import { useLanguage } from '../kernel/i18n'

const FEN = 100
const WAN = 10_000

/** `12,000.50`: exactly, as it was confirmed. */
export const exactYuan = (fen: number): string => (fen / FEN).toLocaleString('en', { minimumFractionDigits: fen % FEN === 0 ? 0 : 2 })

interface Shown {
  readonly value: string
  readonly unit: 'yuan' | 'wan'
}

/** As people say it: from ten thousand yuan on in 万元 with two decimals, in English always in yuan. */
export function useMoney(): (fen: number) => Shown {
  const language = useLanguage()
  return (fen) =>
    language === 'en' || fen < WAN * FEN
      ? { value: exactYuan(fen), unit: 'yuan' }
      : { value: (fen / FEN / WAN).toLocaleString('en', { minimumFractionDigits: 2, maximumFractionDigits: 2 }), unit: 'wan' }
}
