export const PROBLEM_VIEWS = ['open', 'due', 'waiting', 'solved', 'all'] as const
export type ProblemView = (typeof PROBLEM_VIEWS)[number]

/** `#/problems?show=due`: the list as a number somewhere else promised it. */
export function problemSearch(search: Readonly<Record<string, unknown>>): { readonly show?: ProblemView } {
  const show = PROBLEM_VIEWS.find((view) => view === search['show'])
  return show === undefined ? {} : { show }
}

/** `#/visits/new?enterprise=<id>`: a visit of an enterprise begins where one looks at it. */
export function newVisitSearch(search: Readonly<Record<string, unknown>>): { readonly enterprise?: string } {
  const enterprise = search['enterprise']
  return typeof enterprise === 'string' ? { enterprise } : {}
}
