import { normalizeSearch } from '../kernel/search-text.ts'
import type { ServiceAgreement } from './service-agreement.ts'

export type AgreementDoctor = ServiceAgreement['doctors'][number]

/** One spelling of a person's name. */
export const plainName = (name: string): string => normalizeSearch(name).replaceAll(/\s+/gu, '')

/** The same person: by the entry in the list of people where both name one, else by name. */
export const isSameDoctor = (one: AgreementDoctor, other: AgreementDoctor): boolean =>
  one.adviserId !== undefined && other.adviserId !== undefined
    ? one.adviserId === other.adviserId
    : plainName(one.name) === plainName(other.name)
