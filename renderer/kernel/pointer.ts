/** JSON Pointer (RFC 6901) and the dotted path react-hook-form speaks; our keys hold neither dots nor slashes. */
export const toPointer = (path: string): string => `/${path.replaceAll('.', '/')}`

export const fromPointer = (pointer: string): string => pointer.replace(/^\//, '').replaceAll('/', '.')

/** `/product/name` → `product` */
export const firstStep = (pointer: string): string => pointer.split('/')[1] ?? ''

/** The field, or the first one of the part that the pointer names. */
export function fieldOf(pointer: string): HTMLElement | null {
  const exact = document.querySelector<HTMLElement>(`[data-field="${CSS.escape(pointer)}"]`)
  const inside = document.querySelector<HTMLElement>(`[data-field^="${CSS.escape(pointer)}/"]`)
  const section = document.querySelector<HTMLElement>(`[data-section="${CSS.escape(firstStep(pointer))}"]`)
  return exact ?? inside ?? section?.querySelector<HTMLElement>('[data-field], button') ?? null
}

const CONTROL = 'input:not([type=hidden]), textarea, select, button, [tabindex]'

/** A group of radio buttons or lines takes the cursor in the first of them. */
function focusOn(field: HTMLElement): void {
  const control = field.matches(CONTROL) ? field : (field.querySelector<HTMLElement>(CONTROL) ?? field)
  field.scrollIntoView({ block: 'center' })
  control.focus({ preventScroll: true })
}

/** Puts the cursor into the field, or into the first one of the part that the pointer names; false when there is none. */
export function focusField(pointer: string): boolean {
  const field = fieldOf(pointer)
  if (field !== null) focusOn(field)
  return field !== null
}

/** Puts the cursor into the next of the named fields after it, in the order of the screen, and from the last to the first. */
export function focusNext(pointers: readonly string[]): boolean {
  const fields = [...new Set(pointers.map(fieldOf))].filter((field) => field !== null)
  const isAfter = (one: Node, other: Node): boolean => (other.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0
  const ordered = fields.toSorted((one, other) => (isAfter(one, other) ? 1 : -1))
  const here = document.activeElement
  const next = ordered.find((field) => here !== null && !field.contains(here) && isAfter(field, here)) ?? ordered[0]
  if (next !== undefined) focusOn(next)
  return next !== undefined
}
