import type { ReactNode } from 'react'

/** What was left blank is struck, so that nobody can fill it in later. */
export const struck = (text: string | undefined): ReactNode =>
  text === undefined || text === '' ? <span className="paper-struck">/</span> : text
