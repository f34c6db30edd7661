import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { crc32, deflateSync, inflateSync } from 'node:zlib'

/** A picture in grey: one byte a pixel, row by row, 0 is black. */
export interface Grey {
  readonly width: number
  readonly height: number
  readonly pixels: Uint8Array
}

const TOOLS = ['pdftoppm', 'pdftotext', 'pdffonts']

/** Debian's poppler-utils; without them nothing about a PDF can be said, and that is said loudly. */
export function needPoppler(): void {
  for (const tool of TOOLS) {
    try {
      execFileSync(tool, ['-v'], { stdio: 'ignore' })
    } catch {
      throw new Error(`${tool} IS MISSING: the papers were NOT looked at. Install poppler-utils (apt-get install poppler-utils).`)
    }
  }
}

export const textOf = (pdf: string): string => execFileSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8' })

/** Name of each font and whether it is embedded. */
export const fontsOf = (pdf: string): { readonly name: string; readonly embedded: boolean }[] =>
  execFileSync('pdffonts', [pdf], { encoding: 'utf8' })
    .split('\n')
    .slice(2)
    .filter((line) => line.trim() !== '')
    .map((line) => ({ name: line.split(/\s/)[0] ?? '', embedded: /\syes\s+(yes|no)\s+(yes|no)\s+\d+\s+\d+\s*$/.test(line) }))

/** One page as a picture: pdftoppm writes PGM (`P5 width height 255`, then the bytes). */
export function pageOf(pdf: string, page: number, dpi: number): Grey {
  const args = ['-gray', '-r', String(dpi), '-f', String(page), '-l', String(page), pdf]
  const bytes = execFileSync('pdftoppm', args, { maxBuffer: 64 * 1024 * 1024 })
  const [, width, height] = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(bytes.subarray(0, 40).toString('latin1')) ?? []
  const size = Number(width) * Number(height)
  if (!(size > 0)) throw new Error(`page ${String(page)} of ${pdf} is no picture`)
  return { width: Number(width), height: Number(height), pixels: bytes.subarray(bytes.length - size) }
}

const SIGNATURE = Buffer.from('89504e470d0a1a0a', 'hex')

function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const frame = Buffer.alloc(8)
  frame.writeUInt32BE(data.length)
  frame.writeUInt32BE(crc32(body), 4)
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)])
}

/** Grey PNG of 8 bits, every row unfiltered: so simple that it can be read again here. */
export function writePng(file: string, { width, height, pixels }: Grey): void {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width)
  header.writeUInt32BE(height, 4)
  header.set([8, 0, 0, 0, 0], 8)
  const rows = Array.from({ length: height }, (_row, y) => Buffer.concat([Buffer.alloc(1), pixels.subarray(y * width, (y + 1) * width)]))
  mkdirSync(dirname(file), { recursive: true })
  const data = deflateSync(Buffer.concat(rows), { level: 9 })
  writeFileSync(file, Buffer.concat([SIGNATURE, chunk('IHDR', header), chunk('IDAT', data), chunk('IEND', Buffer.alloc(0))]))
}

/** Reads what `writePng` wrote, and only that. */
export function readPng(file: string): Grey {
  const bytes = readFileSync(file)
  const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)]
  const data = inflateSync(bytes.subarray(41, 41 + bytes.readUInt32BE(33)))
  const rows = Array.from({ length: height }, (_row, y) => {
    if (data[y * (width + 1)] !== 0) throw new Error(`${file} was not written by this program`)
    return data.subarray(y * (width + 1) + 1, (y + 1) * (width + 1))
  })
  return { width, height, pixels: Buffer.concat(rows) }
}

export const hasPicture = (file: string): boolean => existsSync(file)

const CELL = 8

/** The mean grey of squares of 8 × 8 pixels: blind to how one rasteriser smooths a stroke, not to a line of text. */
function cellsOf({ width, height, pixels }: Grey): number[] {
  const cells: number[] = []
  for (let top = 0; top + CELL <= height; top += CELL)
    for (let left = 0; left + CELL <= width; left += CELL) {
      let sum = 0
      for (let y = top; y < top + CELL; y++) for (let x = left; x < left + CELL; x++) sum += pixels[y * width + x] ?? 255
      cells.push(sum / (CELL * CELL))
    }
  return cells
}

export interface Difference {
  /** Of 255, over the whole page: a page that came to stand a pixel lower has 4. */
  readonly mean: number
  /** Share of squares that differ by more than an eighth of the scale: a short line of text is 2 in 1000. */
  readonly share: number
}

/** The same to a person's eye. */
export const isAlike = ({ mean, share }: Difference): boolean => mean <= 5 && share <= 0.0015

export function differenceOf(a: Grey, b: Grey): Difference {
  if (a.width !== b.width || a.height !== b.height) return { mean: 255, share: 1 }
  const [left, right] = [cellsOf(a), cellsOf(b)]
  const differences = left.map((value, index) => Math.abs(value - (right[index] ?? 0)))
  const sum = differences.reduce((total, each) => total + each, 0)
  return { mean: sum / differences.length, share: differences.filter((each) => each > 32).length / differences.length }
}
