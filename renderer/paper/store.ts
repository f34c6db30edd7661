import { paperContract } from '#shared/paper/paper-contract'
import { storeOf } from '../kernel/store'

export const store = storeOf(paperContract)
