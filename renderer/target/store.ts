import { targetContract } from '#shared/target/target-contract'
import { storeOf } from '../kernel/store'

export const store = storeOf(targetContract)
