import { z } from 'zod'
import districts from '#seeds/reference/districts.json' with { type: 'json' }
import law from '#seeds/reference/law.json' with { type: 'json' }
import samplingRules from '#seeds/reference/sampling-rules.json' with { type: 'json' }
import { District, type Law, LawNumber, SamplingRule } from '#shared/reference/reference'

/** Reference data as shipped, parsed once when first asked for: nothing of it is work for the start. */
const once = <T>(make: () => T): (() => T) => {
  let made: T | undefined
  return () => (made ??= make())
}

export const getDistricts = once(() => z.array(District).parse(districts))
export const getSamplingRules = once(() => z.array(SamplingRule).parse(samplingRules))
export const getLawNumbers = once(() => z.array(LawNumber).parse(law))
export const getLaw = once(() => Object.fromEntries(getLawNumbers().map((number) => [number.key, number])) as unknown as Law)

export const getSamplingRule = (kind: string): SamplingRule | null => getSamplingRules().find((rule) => rule.kind === kind) ?? null
export const isKnownRegion = (code: string): boolean => getDistricts().some((district) => district.code === code)
