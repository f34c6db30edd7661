import { z } from 'zod'
import { Decimal, LocalDate } from '../kernel/ids.ts'

const short = z.string().max(60)

/** 电商抽样: what shows that the sample came from that shop: order, payment, parcel, unpacking; screenshots are photos of the sheet. */
export const OnlinePurchase = z.strictObject({
  platform: z.string().max(120).optional(),
  shop: z.string().max(120).optional(),
  url: z.string().max(500).optional(),
  orderNo: short.optional(),
  orderedOn: LocalDate.optional(),
  buyer: short.optional(),
  paid: Decimal.optional(),
  paymentNo: short.optional(),
  parcelNo: short.optional(),
  receivedOn: LocalDate.optional(),
  unpackedOn: LocalDate.optional(),
})
export type OnlinePurchase = z.infer<typeof OnlinePurchase>
