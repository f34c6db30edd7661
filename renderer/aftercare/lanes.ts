/** The open states of a case in the columns of the board, in the order in which a case goes through them. */
export const lanes = [
  { name: 'notify', states: ['opened'] },
  { name: 'order', states: ['notified'] },
  { name: 'rectify', states: ['ordered', 'rectifying'] },
  { name: 'failed', states: ['recheckFailed', 'announced', 'secondFailed', 'suspended', 'thirdFailed'] },
  { name: 'closing', states: ['passed', 'overturned', 'revoked'] },
] as const
export type Lane = (typeof lanes)[number]

export const openStates: readonly string[] = lanes.flatMap(({ states }) => states)

/** What the board can be asked to show by its address: `#/aftercare?show=overdue`, or a main state. */
export const views = ['overdue', 'week', 'clocks', 'closed'] as const
export type View = (typeof views)[number] | undefined

export function aftercareSearch(search: Readonly<Record<string, unknown>>): { readonly show?: NonNullable<View> } {
  const show = views.find((view) => view === search['show'])
  return show === undefined ? {} : { show }
}
