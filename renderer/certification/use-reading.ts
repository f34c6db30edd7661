import type { certificationContract } from '#shared/certification/certification-contract'
import type { OutputOf } from '#shared/kernel/contract'
import { useAnyWord } from '../kernel/i18n'

type Reading = OutputOf<(typeof certificationContract)['certification.readNumber']>

/** The facts of a reading as words can hold them. */
function factsOf({ year, body, bodyName, kind, serial, renewals, size, region }: Reading) {
  const said = Object.entries({ year, body, kind, serial, renewals, region, size: size ?? '–' }).map(([key, value]) => [key, value ?? ''])
  return { ...(Object.fromEntries(said) as Record<string, string | number>), name: bodyName === null ? '' : ` ${bodyName}` }
}

const isWrongDigit = ({ warnings }: Reading): boolean => warnings.some(({ code }) => code === 'certification.numberCheckDigit')

/** What a certificate number says, as one line. */
export function useReading(): (reading: Reading) => string {
  const say = useAnyWord()
  return (reading) => {
    const form = reading.form === null ? 'unknown' : isWrongDigit(reading) ? 'foodLicenceWrong' : reading.form
    return say(`certification.number.${form}`, factsOf(reading))
  }
}
