export const NQI_TABS = ['platforms', 'stations', 'labs', 'uses'] as const
export type NqiTab = (typeof NQI_TABS)[number]

/** `#/one-stop?tab=labs`: the list as a number somewhere else promised it. */
export function oneStopSearch(search: Readonly<Record<string, unknown>>): { readonly tab?: NqiTab } {
  const tab = NQI_TABS.find((one) => one === search['tab'])
  return tab === undefined ? {} : { tab }
}
