import './totals-bar.css'

export interface Total {
  readonly name: string
  readonly label: string
  readonly value: string
  /** 支, 家, 家次, 人次: what one of them is. */
  readonly unit: string
  /** The exact figure where the one shown is rounded. */
  readonly exact?: string | undefined
}

/** What a list adds up to, each number in its own unit. */
export function TotalsBar({ label, totals }: { readonly label: string; readonly totals: readonly Total[] }) {
  return (
    <dl className="totals" aria-label={label}>
      {totals.map(({ name, label: words, value, unit, exact }) => (
        <div key={name} className="total" data-total={name}>
          <dt>{words}</dt>
          <dd className="number" title={exact}>
            {value}
            <small>{unit}</small>
          </dd>
        </div>
      ))}
    </dl>
  )
}

export const counted = (n: number): string => n.toLocaleString('en')
