import type { ReactNode } from 'react'

interface EmptyProps {
  readonly icon: ReactNode
  readonly title: string
  readonly children: ReactNode
  readonly action?: ReactNode
}

/** An empty screen teaches: what it is for and the next step as a button. */
export function EmptyState({ icon, title, children, action }: EmptyProps) {
  return (
    <div className="empty" data-empty>
      <div className="empty-icon" aria-hidden>
        {icon}
      </div>
      <p className="empty-title">{title}</p>
      <p className="empty-text">{children}</p>
      {action !== undefined && <div className="empty-action">{action}</div>}
    </div>
  )
}
