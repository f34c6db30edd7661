import './list-views.css'

export interface ListView<Name extends string> {
  readonly name: Name
  readonly label: string
  /** How many there are; left out where nobody counts them. */
  readonly count?: number
}

interface ViewsProps<Name extends string> {
  readonly label: string
  readonly views: readonly ListView<Name>[]
  readonly shown: Name
  readonly onShow: (name: Name) => void
}

/** Several ways to narrow one list, each with how many it leaves. */
export function ListViews<Name extends string>({ label, views, shown, onShow }: ViewsProps<Name>) {
  return (
    <fieldset className="list-tabs">
      <legend className="unseen">{label}</legend>
      {views.map(({ name, label: words, count }) => (
        <button
          key={name}
          type="button"
          className="list-tab list-tab-state"
          aria-pressed={name === shown}
          data-on={name === shown}
          data-tab={name}
          onClick={() => onShow(name)}
        >
          {words} {count !== undefined && <span className="number">{count}</span>}
        </button>
      ))}
    </fieldset>
  )
}
