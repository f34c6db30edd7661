/** An enterprise that may be drawn. */
export interface PoolEnterprise {
  readonly name: string
  readonly uscc?: string | undefined
  readonly region?: string | undefined
  /** Its record, when it is in the directory. */
  readonly enterpriseId?: string | undefined
}

/** A sampler who may be drawn. */
export interface PoolSampler {
  readonly name: string
  readonly org?: string | undefined
  readonly certificateNo?: string | undefined
}

// Control characters, halves of characters and the like would be read differently by other tools.
const UNREADABLE = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\uFFFD\uFEFF\s]+/gu

/** A text as part of one line: what cannot be read becomes a space, and spaces come singly. */
export const asLine = (text: string): string => text.replaceAll(UNREADABLE, ' ').trim()

const joined = (...parts: readonly (string | undefined)[]): string =>
  parts
    .map((part) => asLine(part ?? ''))
    .filter((part) => part !== '')
    .join(' ')

/**
 * The line of an enterprise in the pool: its credit code (without one: the id of its record, if there is one), a space, its
 * name. The pool can be read and checked by anybody, and its hash binds the names too.
 */
export const enterpriseLine = ({ name, uscc, enterpriseId }: PoolEnterprise): string =>
  joined((uscc ?? '') === '' ? enterpriseId : uscc, name)

/** The line of a sampler: name, organisation, number of the certificate; what there is of them. */
export const samplerLine = ({ name, org, certificateNo }: PoolSampler): string => joined(name, org, certificateNo)
