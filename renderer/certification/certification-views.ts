import { ENDED, STAGES } from '#shared/certification/stages'
import { SHOWN, type Shown } from './use-certification'

const STATES: readonly string[] = [...STAGES.map(({ step }) => step), ...Object.keys(ENDED)]

/** `#/certification?stage=audit`: every case of one stage in place of the board. */
export function certificationSearch(search: Readonly<Record<string, unknown>>): { readonly stage?: string } {
  const stage = STATES.find((state) => state === search['stage'])
  return stage === undefined ? {} : { stage }
}

/** `#/certificates?show=expiring`, `#/certificates?find=<number>`. */
export function certificatesSearch(search: Readonly<Record<string, unknown>>): { readonly show?: Shown; readonly find?: string } {
  const show = SHOWN.find((one) => one === search['show'])
  const find = search['find']
  return {
    ...(show === undefined ? {} : { show }),
    ...(typeof find === 'string' || typeof find === 'number' ? { find: String(find) } : {}),
  }
}
