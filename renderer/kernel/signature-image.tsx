import { useId } from 'react'
import { BOX, strokesToPath } from './stroke-path'

/** A signature as it was drawn: ink only, no picture file. */
export function SignatureImage({ strokes, label }: { readonly strokes: string; readonly label: string }) {
  const id = useId()
  return (
    <svg className="signature-image" viewBox={`0 0 ${String(BOX.width)} ${String(BOX.height)}`} aria-labelledby={id}>
      <title id={id}>{label}</title>
      <path d={strokesToPath(strokes)} fill="none" stroke="currentColor" strokeWidth="7" strokeLinecap="round" strokeLinejoin="round" />
    </svg>
  )
}
