import type { ReactNode } from 'react'

export interface Suggestion {
  readonly key: string
  readonly title: string
  readonly detail?: ReactNode
}

interface SuggestionsProps {
  readonly id: string
  readonly label: string
  readonly suggestions: readonly Suggestion[]
  readonly active: number
  readonly hidden?: boolean
  readonly className: string
  readonly onPick: (key: string) => void
  readonly renderSuggestion: (suggestion: Suggestion) => ReactNode
}

/** From none (-1) to the last and around. */
export const stepThrough = (active: number, by: number, count: number): number =>
  count === 0 ? -1 : ((active + by + 1 + count + 1) % (count + 1)) - 1

/** The attributes of a text box with a list, as the ARIA Authoring Practices describe a combobox. */
export const comboboxAria = (id: string, expanded: boolean, active: number) => ({
  role: 'combobox',
  'aria-expanded': expanded,
  'aria-controls': `${id}-list`,
  'aria-autocomplete': 'list' as const,
  'aria-activedescendant': expanded && active >= 0 ? `${id}-${String(active)}` : undefined,
})

/** The list of such a box; the cursor stays in the box, and the mouse takes by pressing so that it does not leave it. */
export function Suggestions({ id, label, suggestions, active, hidden = false, className, onPick, renderSuggestion }: SuggestionsProps) {
  return (
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a datalist can be neither drawn nor filled by the store
    <div className={className} id={`${id}-list`} role="listbox" aria-label={label} hidden={hidden}>
      {suggestions.map((suggestion, index) => (
        <div
          key={suggestion.key}
          id={`${id}-${String(index)}`}
          // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- an option element may only stand in a select or datalist
          role="option"
          tabIndex={-1}
          aria-selected={index === active}
          data-option={suggestion.key}
          onMouseDown={(event) => {
            event.preventDefault()
            onPick(suggestion.key)
          }}
        >
          {renderSuggestion(suggestion)}
        </div>
      ))}
    </div>
  )
}
