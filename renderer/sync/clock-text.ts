import { useWords } from '../kernel/i18n'

/** Whoever is less than this off wrote what the watch on the wall said. */
const GOOD_SECONDS = 300

const HOUR = 3600
const DAY = 24 * HOUR

/** How far a clock was off, in words; `null` where that could not be told. */
export function useClockText(): (offset: number | null) => string {
  const t = useWords()
  const spanOf = (seconds: number): string => {
    if (seconds >= 2 * DAY) return t('sync.centre.span.days', { n: Math.round(seconds / DAY) })
    if (seconds >= 2 * HOUR) return t('sync.centre.span.hours', { n: Math.round(seconds / HOUR) })
    return t('sync.centre.span.minutes', { n: Math.round(seconds / 60) })
  }
  return (offset) => {
    if (offset === null) return t('sync.centre.stream.clockUnknown')
    if (Math.abs(offset) < GOOD_SECONDS) return t('sync.centre.stream.clockGood')
    return t(offset > 0 ? 'sync.centre.stream.clockFast' : 'sync.centre.stream.clockSlow', { by: spanOf(Math.abs(offset)) })
  }
}
