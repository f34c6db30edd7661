/** Every place a person types into, in the order of the paper. */
const FIELDS = '[data-field]:not(:disabled):not([tabindex="-1"])'

/** True when an open list will take the key for itself. */
export const takenByList = (target: HTMLElement): boolean => {
  const combo = target.closest('[role="combobox"]') ?? target.querySelector('[role="combobox"]')
  return combo?.getAttribute('aria-expanded') === 'true'
}

/** The cells of a table have ways of their own. */
const isInTable = (target: HTMLElement): boolean => target.closest('[data-cell]') !== null

/** antd puts `data-field` on the box around a choice; its input inside takes the cursor. */
const inputOf = (field: HTMLElement): HTMLElement =>
  field.matches('input, textarea, select, button') ? field : (field.querySelector<HTMLElement>('input') ?? field)

/** Where Enter leads: the next field of the form; null when Enter belongs to what has the cursor (a text of several lines, a button, a list). */
export function nextField(form: HTMLElement, target: EventTarget | null): HTMLElement | null {
  if (!(target instanceof HTMLElement) || target.matches('textarea, button, canvas') || isInTable(target) || takenByList(target))
    return null
  const fields = [...form.querySelectorAll<HTMLElement>(FIELDS)].map(inputOf)
  const here = fields.findIndex((field) => field === target || field.contains(target))
  return here === -1 ? null : (fields[here + 1] ?? form.querySelector<HTMLElement>('[data-action="seal"]'))
}

/** Where Enter leads out of a part of a form (a table that is done): the first field after it, at the end the sealing. */
export function fieldAfter(part: HTMLElement): HTMLElement | null {
  const form = part.closest<HTMLElement>('.record-form-body, .step-form')
  const isAfter = (field: HTMLElement): boolean => (part.compareDocumentPosition(field) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0
  const fields = [...(form?.querySelectorAll<HTMLElement>(FIELDS) ?? [])].map(inputOf)
  return fields.find((field) => !part.contains(field) && isAfter(field)) ?? form?.querySelector('[data-action="seal"]') ?? null
}

/** Where the cursor goes in a part of the form: its first field, tools in its head passed over; else whatever takes the cursor. */
export function firstField(section: HTMLElement): HTMLElement | null {
  const fields = [...section.querySelectorAll<HTMLElement>(FIELDS)].filter((field) => field.closest('.panel-head') === null)
  const [first] = fields
  return first === undefined ? section.querySelector<HTMLElement>('input, button, [tabindex="0"]') : inputOf(first)
}

export const fieldUnder = (target: EventTarget | null): string =>
  target instanceof HTMLElement ? (target.closest<HTMLElement>('[data-field]')?.dataset['field'] ?? '') : ''
