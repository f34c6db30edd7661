import { Place } from '#shared/sync/centre-contract'

export interface WhereSearch {
  readonly place?: Place
}

/** `#/where?place=packed`: the list as a number somewhere else promised it. */
export function whereSearch(search: Readonly<Record<string, unknown>>): WhereSearch {
  const { success, data } = Place.safeParse(search['place'])
  return success ? { place: data } : {}
}
