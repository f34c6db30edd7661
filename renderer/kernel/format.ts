import { format } from 'date-fns'

/** `14:02:31` */
export const clockTime = (at: Date): string => format(at, 'HH:mm:ss')

/**
 * A local time with offset, as it was written where the work was done: `2026-08-03 14:02`. It is cut, not converted, since
 * the day on the paper is the day at the factory.
 */
export const minuteOf = (at: string): string => at.slice(0, 16).replace('T', ' ')

export const dayOf = (at: string): string => at.slice(0, 10)

export const localDay = (at: Date): string => format(at, 'yyyy-MM-dd')

export function bytesInWords(bytes: number): string {
  if (bytes < 1024) return `${String(bytes)} B`
  if (bytes < 1024 * 1024) return `${(bytes / 1024).toFixed(0)} KB`
  if (bytes < 1024 * 1024 * 1024) return `${(bytes / 1024 / 1024).toFixed(1)} MB`
  return `${(bytes / 1024 / 1024 / 1024).toFixed(2)} GB`
}

export const shortHash = (hash: string): string => hash.slice(0, 12)
