/** The shot list of a sampling: what a complete set of evidence shows. Advice, never a condition. */
export const slots = ['facade', 'licence', 'process', 'sample', 'beforeSeal', 'afterSeal', 'group', 'other'] as const
export type Slot = (typeof slots)[number]

/** What a complete set cannot do without; `other` is only a place for more. */
export const isExpected = (slot: Slot): boolean => slot !== 'other'

export const slotOf = (text: string | undefined): Slot => slots.find((slot) => slot === text) ?? 'other'
