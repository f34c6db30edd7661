import { type AgreementView, agreementView } from '../visit/agreement-views'

export const TEAM_TABS = ['teams', 'people', 'agreements'] as const
export type TeamTab = (typeof TEAM_TABS)[number]

/** `#/teams?tab=agreements&show=idle`: the list as a number somewhere else promised it. */
export function teamSearch(search: Readonly<Record<string, unknown>>): { readonly tab?: TeamTab; readonly show?: AgreementView } {
  const tab = TEAM_TABS.find((one) => one === search['tab'])
  const show = agreementView(search['show'])
  return { ...(tab === undefined ? {} : { tab }), ...(show === undefined ? {} : { show }) }
}
