import type { BundleFault } from '#shared/sync/sync-contract'

/** What a check of foreign bytes answers: the value, or every fault found at the first level where there was one. */
export type Verdict<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly faults: readonly BundleFault[] }

export type FaultCode = BundleFault['code']

export const sound = <T>(value: T): Verdict<T> => ({ ok: true, value })

export const faulty = (code: FaultCode, part: string): { readonly ok: false; readonly faults: readonly BundleFault[] } => ({
  ok: false,
  faults: [{ code, part }],
})

const MAX_FAULTS = 100

export const soundUnless = <T>(faults: readonly BundleFault[], value: T): Verdict<T> =>
  faults.length === 0 ? sound(value) : { ok: false, faults: faults.slice(0, MAX_FAULTS) }

/** Carries a fault out of a stream; caught where the batch is opened, and a value from there on. */
export class FaultError extends Error {
  override readonly name = 'FaultError'
  readonly fault: BundleFault
  constructor(code: FaultCode, part: string, options?: ErrorOptions) {
    super(`${code}: ${part}`, options)
    this.fault = { code, part }
  }
}

/** True for what the operating system or the permission model says (disk full, stick pulled out), which no file can cause by its content. */
export const isSystemError = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' && /^(E[A-Z0-9]+|ERR_ACCESS_DENIED)$/.test(error.code)
