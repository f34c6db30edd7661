/** JSON Pointer (RFC 6901) and the dotted path react-hook-form speaks; our keys hold neither dots nor slashes. */
export const toPointer = (path: string): string => `/${path.replaceAll('.', '/')}`

export const fromPointer = (pointer: string): string => pointer.replace(/^\//, '').replaceAll('/', '.')

/** `/product/name` → `product` */
export const firstStep = (pointer: string): string => pointer.split('/')[1] ?? ''

/** Puts the cursor into the field, or into the first one of the part that the pointer names; false when there is none. */
export function focusField(pointer: string): boolean {
  const exact = document.querySelector<HTMLElement>(`[data-field="${CSS.escape(pointer)}"]`)
  const inside = document.querySelector<HTMLElement>(`[data-field^="${CSS.escape(pointer)}/"]`)
  const section = document.querySelector<HTMLElement>(`[data-section="${CSS.escape(firstStep(pointer))}"]`)
  const field = exact ?? inside ?? section?.querySelector<HTMLElement>('[data-field], button') ?? null
  if (field === null) return false
  field.scrollIntoView({ block: 'center' })
  field.focus({ preventScroll: true })
  return true
}
