import type { KeyboardEvent } from 'react'

const choicesIn = (row: Element): HTMLInputElement[] => [...row.querySelectorAll<HTMLInputElement>('input[type=radio]')]

/** The cursor onto a field's choices: the one that is chosen, or the first. */
function enter(row: Element | undefined): void {
  const choices = row === undefined ? [] : choicesIn(row)
  const place = choices.find(({ checked }) => checked) ?? choices[0]
  place?.focus()
}

const STEPS: Readonly<Record<string, number>> = { ArrowUp: -1, ArrowDown: 1 }

/** What a key does in a row: takes a choice and goes on, or only goes up or down; null for every other key. */
function moveOf(
  { key, ctrlKey, altKey, metaKey }: KeyboardEvent,
  row: Element,
): { readonly taken?: HTMLInputElement; readonly step: number } | null {
  if (ctrlKey || altKey || metaKey) return null
  const taken = choicesIn(row)[Number(key) - 1]
  if (taken !== undefined) return { taken, step: 1 }
  const step = STEPS[key]
  return step === undefined ? null : { step }
}

/**
 * On one of the choices of a field: a digit takes the nth and goes on to the next field, ↑ and ↓ change the field. ← and → are the
 * browser's own among radio buttons.
 */
export function onConflictKey(event: KeyboardEvent<HTMLInputElement>, choose: (field: string, revision: string) => void): void {
  const row = event.currentTarget.closest<HTMLElement>('[data-conflict]')
  const move = row === null ? null : moveOf(event, row)
  if (row === null || move === null) return
  event.preventDefault()
  if (move.taken !== undefined) choose(row.dataset['conflict'] ?? '', move.taken.value)
  const rows = [...(row.parentElement?.querySelectorAll('[data-conflict]') ?? [])]
  enter(rows[rows.indexOf(row) + move.step])
}
