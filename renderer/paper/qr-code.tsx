import encodeQR from 'qr'
import { useId, useMemo } from 'react'

/** The white margin that a reader needs, in modules (ISO/IEC 18004). */
const QUIET = 4

/** A QR code as vectors: one path, sharp at any size. */
export function QrCode({ text, label }: { readonly text: string; readonly label: string }) {
  const id = useId()
  const { size, path } = useMemo(() => drawn(text), [text])
  return (
    <svg className="paper-qr" viewBox={`0 0 ${String(size)} ${String(size)}`} shapeRendering="crispEdges" aria-labelledby={id}>
      <title id={id}>{label}</title>
      <path d={path} fill="#000000" />
    </svg>
  )
}

function drawn(text: string): { readonly size: number; readonly path: string } {
  const modules = encodeQR(text, 'raw', { ecc: 'medium', border: QUIET })
  const dots = modules.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${String(x)} ${String(y)}h1v1h-1z`] : [])))
  return { size: modules.length, path: dots.join('') }
}
