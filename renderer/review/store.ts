import { reviewContract } from '#shared/review/review-contract'
import { storeOf } from '../kernel/store'

export const store = storeOf(reviewContract)
