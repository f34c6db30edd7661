import type { BlockOf, ModelBlock } from '#shared/paper/paper-model'

type Rows = { readonly [B in ModelBlock['block']]?: (block: BlockOf<B>, photos: number) => number }

/** Blocks that may be cut, and into how many fragments; every other block is one. */
const ROWS: Rows = {
  fields: ({ parts }) => parts.reduce((sum, { rows }) => sum + rows.length, 0),
  list: ({ rows, foot }) => rows.length + (foot === null ? 0 : 1),
  checklist: ({ questions }) => questions.length,
  photos: (_block, photos) => Math.ceil(photos / 2),
  pageBreak: () => 0,
}

/** Into how many fragments a block may be cut. */
export function rowsOf(block: ModelBlock, photos: number): number {
  const count = ROWS[block.block] as ((of: ModelBlock, photos: number) => number) | undefined
  return count?.(block, photos) ?? 1
}

function sliceParts(parts: BlockOf<'fields'>['parts'], from: number, to: number): BlockOf<'fields'>['parts'] {
  let before = 0
  return parts
    .map(({ name, rows }) => {
      const slice = { name, rows: rows.slice(Math.max(0, from - before), Math.max(0, to - before)) }
      before += rows.length
      return slice
    })
    .filter(({ rows }) => rows.length > 0)
}

/** The rows of a block that stand on one page, `to` excluded; null when none do. */
export function sliceBlock(block: ModelBlock, from: number, to: number): ModelBlock | null {
  if (to <= from) return null
  if (block.block === 'fields') return { ...block, parts: sliceParts(block.parts, from, to) }
  if (block.block === 'list') return { ...block, rows: block.rows.slice(from, to), foot: to > block.rows.length ? block.foot : null }
  if (block.block === 'checklist') return { ...block, questions: block.questions.slice(from, to) }
  return block
}
