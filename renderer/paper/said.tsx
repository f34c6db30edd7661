import type { Said } from '#shared/paper/paper-model'

/** Chinese, and English under or behind it. */
export function Words({ said: { zh, en } }: { readonly said: Said }) {
  return (
    <>
      {zh}
      {en !== null && (
        <span className="paper-en" lang="en">
          {' '}
          {en}
        </span>
      )}
    </>
  )
}
