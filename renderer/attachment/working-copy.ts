/** What the screen and the paper need; the original stays as it came. */
const LONGEST = 1600
const QUALITY = 0.82

/** The size with its longer edge at most `longest`; small pictures stay as they are. */
export function fitted(width: number, height: number, longest: number): { readonly width: number; readonly height: number } {
  const scale = Math.min(1, longest / Math.max(width, height))
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) }
}

/** A small JPEG of a picture, upright as its EXIF says; null when the window cannot read the picture. */
export async function makeWorkingCopy(picture: Blob): Promise<Uint8Array<ArrayBuffer> | null> {
  try {
    const bitmap = await createImageBitmap(picture, { imageOrientation: 'from-image' })
    const { width, height } = fitted(bitmap.width, bitmap.height, LONGEST)
    const canvas = new OffscreenCanvas(width, height)
    const drawing = canvas.getContext('2d')
    if (drawing === null) return null
    drawing.fillStyle = '#ffffff' // JPEG has no transparency
    drawing.fillRect(0, 0, width, height)
    drawing.drawImage(bitmap, 0, 0, width, height)
    bitmap.close()
    const copy = await canvas.convertToBlob({ type: 'image/jpeg', quality: QUALITY })
    return new Uint8Array(await copy.arrayBuffer())
  } catch {
    return null
  }
}
