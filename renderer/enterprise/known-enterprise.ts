import type { EnterpriseMember } from '#shared/enterprise/enterprise-contract'

/** An enterprise as its page has it: the entry that speaks, and all that are read as it. */
export interface Known {
  readonly id: string
  readonly doc: Readonly<Record<string, unknown>>
  readonly demo: boolean
  readonly members: readonly EnterpriseMember[]
}
