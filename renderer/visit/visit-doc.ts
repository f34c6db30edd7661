import type { ComponentType } from 'react'
import type { Visit } from '#shared/visit/visit'
import type { Editable } from '../kernel/form/editable'

/** A visit as it is being written. */
export type VisitValues = Editable<Visit>

export const KIND = 'visit'

/** The photos of a record belong to the feature `attachment`; `app/` hands them in. */
export type PhotosOf = ComponentType<{
  readonly record: string
  readonly kind: string
  readonly editable: boolean
  readonly slots?: readonly string[]
  /** What places of this record alone are called. */
  readonly names?: Readonly<Record<string, string>>
  /** Shows the offered places alone. */
  readonly only?: boolean
  /** Makes the draft when there is none yet; false when that was refused. */
  readonly ensure: () => Promise<boolean>
}>
