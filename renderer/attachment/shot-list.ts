/** The shot list of a sampling: what a complete set of evidence shows. Advice, never a condition. */
export const shotList = ['facade', 'licence', 'process', 'sample', 'beforeSeal', 'afterSeal', 'group', 'other'] as const

/** Every place that has a name of its own: those of the shot list, and evidence that only some records have. */
export const namedSlots = [...shotList, 'receipt', 'screenshot', 'proof', 'site', 'signIn'] as const
type NamedSlot = (typeof namedSlots)[number]

/** A place by its code; a record may have places of its own besides (`problem:<id>`), which it names itself. */
export type Slot = string

export const isNamed = (slot: string): slot is NamedSlot => namedSlots.some((named) => named === slot)

/** What a complete set cannot do without; `other` is only a place for more. */
export const isExpected = (slot: Slot): boolean => slot !== 'other' && shotList.some((expected) => expected === slot)

/** The place of a photo among those that are known here; whatever else it says is `other`. */
export const slotOf = (text: string | undefined, places: readonly Slot[]): Slot => places.find((slot) => slot === text) ?? 'other'
