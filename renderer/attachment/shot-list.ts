/** The shot list of a sampling: what a complete set of evidence shows. Advice, never a condition. */
export const shotList = ['facade', 'licence', 'process', 'sample', 'beforeSeal', 'afterSeal', 'group', 'other'] as const

/** Every place a photo may stand in: those of the shot list, and evidence that only some records have. */
export const allSlots = [...shotList, 'receipt', 'screenshot', 'proof'] as const
export type Slot = (typeof allSlots)[number]

/** What a complete set cannot do without; `other` is only a place for more. */
export const isExpected = (slot: Slot): boolean => slot !== 'other' && shotList.some((expected) => expected === slot)

export const slotOf = (text: string | undefined): Slot => allSlots.find((slot) => slot === text) ?? 'other'
