import { z } from 'zod'
import { LocalDate } from '../kernel/ids.ts'
import { textAt } from '../kernel/kind.ts'

/** Yuan with at most two decimals, as typed. */
export const Yuan = z.string().regex(/^\d{1,12}(\.\d{1,2})?$/)

/** 可计算经济效益: an amount, how it was reckoned, and who of the enterprise confirmed it. Unconfirmed it counts nothing. */
export const Benefit = z.strictObject({
  yuan: Yuan,
  basis: z.string().min(2).max(500),
  confirmedBy: z.string().min(1).max(60).optional(),
  confirmedOn: LocalDate.optional(),
})
export type Benefit = z.infer<typeof Benefit>

/** Yuan as fen, exactly. */
export function fenOf(yuan: string): number {
  const [whole = '0', cents = ''] = yuan.split('.')
  return Number(whole) * 100 + Number(cents.padEnd(2, '0'))
}

/** What a benefit counts: its fen when the enterprise confirmed it, else nothing. */
export const confirmedFen = (benefit: unknown): number =>
  textAt(benefit, 'confirmedBy') !== '' && textAt(benefit, 'confirmedOn') !== '' ? fenOf(textAt(benefit, 'yuan') || '0') : 0
