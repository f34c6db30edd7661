/** A document as it is being written: every field may be missing, texts as typed so far. */
export type Editable<T> = T extends string
  ? string
  : T extends readonly (infer U)[]
    ? Editable<U>[]
    : T extends object
      ? { [K in keyof T]?: Editable<T[K]> | undefined }
      : T

export type StoredDoc = Readonly<Record<string, unknown>>

/** What goes to the store: emptied fields left out, texts exactly as typed, rows of a table kept in their places. */
export function compact(value: unknown): unknown {
  if (Array.isArray(value)) return withoutEmptyTail(value.map((item) => (typeof item === 'string' ? item : (compact(item) ?? {}))))
  if (value === null || typeof value !== 'object') return value === '' || value === null ? undefined : value
  const kept = Object.entries(value)
    .map(([key, member]) => [key, compact(member)] as const)
    .filter(([, member]) => member !== undefined && !isEmptyObject(member))
  return Object.fromEntries(kept)
}

function withoutEmptyTail(rows: readonly unknown[]): unknown[] {
  const last = rows.findLastIndex((row) => row !== '' && !isEmptyObject(row))
  return rows.slice(0, last + 1)
}

const isEmptyObject = (value: unknown): boolean =>
  value !== null && typeof value === 'object' && !Array.isArray(value) && Object.keys(value).length === 0

/** A field's value by its JSON Pointer. */
export function valueAt(doc: unknown, pointer: string): unknown {
  let at = doc
  for (const step of pointer.split('/').slice(1))
    at = at !== null && typeof at === 'object' ? (at as Record<string, unknown>)[step] : undefined
  return at
}
