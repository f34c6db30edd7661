import { reportContract } from '#shared/report/report-contract'
import { storeOf } from '../kernel/store'

export const store = storeOf(reportContract)
