import type { StoredDoc } from './editable'

/** Documents that were opened but not yet changed: no draft in the store, only a number and what is filled in beforehand. */
const fresh = new Map<string, StoredDoc>()

export const freshDoc = (id: string): StoredDoc | undefined => fresh.get(id)

export const keepFresh = ({ id, doc }: { readonly id: string; readonly doc: StoredDoc }): void => void fresh.set(id, doc)
