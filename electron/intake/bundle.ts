import type { FaultCode } from './verdict.ts'

export interface BundleEntry {
  readonly name: string
  readonly size: number
}

/** Batches side by side, each as it lies on a target: in a ZIP, or in a folder. What is in its entries has not been looked at. */
export interface Bundle {
  readonly entries: ReadonlyMap<string, BundleEntry>
  /** True for a file that somebody closed: nothing may be in it that no head names. On a target, an upload may be under way. */
  readonly closed: boolean
  /** The bytes of an entry, piece by piece. Throws FaultError when they became fewer meanwhile. */
  readonly read: (entry: BundleEntry) => AsyncGenerator<Buffer, void, undefined>
  /** A small entry whole. Throws FaultError when it became shorter meanwhile. */
  readonly bytes: (entry: BundleEntry) => Promise<Buffer>
  /** Compares an entry with its name and checksum; answers what is wrong with it. */
  readonly check: (entry: BundleEntry, onBytes: (bytes: number) => void) => Promise<FaultCode | null>
}
