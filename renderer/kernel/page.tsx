import { type ReactNode, useLayoutEffect } from 'react'

interface PageProps {
  readonly screen: string
  readonly title: ReactNode
  readonly lead?: ReactNode
  readonly actions?: ReactNode
  readonly wide?: boolean
  readonly children: ReactNode
}

/** The frame of a screen: one heading, what it is for, its actions, its content. */
export function Page({ screen, title, lead, actions, wide = false, children }: PageProps) {
  // A new screen begins at its top; what takes the cursor scrolls to itself afterwards.
  useLayoutEffect(() => document.getElementById('main')?.scrollTo(0, 0), [])
  return (
    <div className={wide ? 'page page-wide' : 'page'} data-screen={screen}>
      <header className="page-head">
        <div>
          <h1>{title}</h1>
          {lead !== undefined && <p className="page-lead">{lead}</p>}
        </div>
        {actions !== undefined && <div className="page-actions">{actions}</div>}
      </header>
      {children}
    </div>
  )
}

interface PanelProps {
  readonly title: ReactNode
  readonly extra?: ReactNode
  readonly children: ReactNode
  readonly name?: string
}

export function Panel({ title, extra, children, name }: PanelProps) {
  return (
    <section className="panel" data-panel={name}>
      <div className="panel-head">
        <h2>{title}</h2>
        {extra}
      </div>
      {children}
    </section>
  )
}
