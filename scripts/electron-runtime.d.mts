export type Runtime = {
  readonly kind: 'override' | 'official' | 'fallback'
  readonly dist: string
  readonly executable: string
  readonly electron: string
  readonly sqlite?: string
}
export function findElectron(): Runtime | undefined
export function ensureElectron(how?: { fallback?: boolean; check?: boolean }): Promise<Runtime>
