import { type EnterpriseTab, TABS } from '../enterprise/tabs'

/** `#/enterprises/<id>?tab=door`: the aspect that is looked at. */
export function enterpriseSearch(search: Readonly<Record<string, unknown>>): { readonly tab?: EnterpriseTab } {
  const tab = TABS.find((known) => known === search['tab'])
  return tab === undefined ? {} : { tab }
}
