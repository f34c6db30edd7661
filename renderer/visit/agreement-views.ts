export const AGREEMENT_VIEWS = ['inForce', 'idle', 'ending', 'over', 'all'] as const
export type AgreementView = (typeof AGREEMENT_VIEWS)[number]

/** `show=idle`: the list as a number somewhere else promised it. */
export const agreementView = (show: unknown): AgreementView | undefined => AGREEMENT_VIEWS.find((view) => view === show)
