/** The aspects of an enterprise, in the order of its page. */
export const TABS = ['portrait', 'timeline', 'door', 'credit', 'people', 'alike', 'sheets'] as const
export type EnterpriseTab = (typeof TABS)[number]
