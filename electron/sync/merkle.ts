import { createHash } from 'node:crypto'

/**
 * RFC 6962 §2.1 Merkle tree over the lines of a batch. With the line, its path and the signed head, one inspection can be shown
 * to a court without showing its neighbours.
 */
const hash = (...parts: readonly Uint8Array[]): Buffer => {
  const sum = createHash('sha256')
  for (const part of parts) sum.update(part)
  return sum.digest()
}
const LEAF = Uint8Array.of(0)
const NODE = Uint8Array.of(1)
const nodeHash = (left: Uint8Array, right: Uint8Array): Buffer => hash(NODE, left, right)

/** Leaf of a line: its UTF-8 bytes without the LF. */
export const leafHash = (line: Uint8Array | string): Buffer => hash(LEAF, Buffer.from(line))

/** Where a tree of `size` > 1 leaves divides: the largest power of two below its size. */
const splitOf = (size: number): number => 1 << (31 - Math.clz32(size - 1))

export function merkleRoot(leaves: readonly Buffer[]): Buffer {
  const [first] = leaves
  if (first === undefined) return hash()
  if (leaves.length === 1) return first
  const split = splitOf(leaves.length)
  return nodeHash(merkleRoot(leaves.slice(0, split)), merkleRoot(leaves.slice(split)))
}

/** The hashes beside the way from leaf `index` up to the root, lowest first. */
export function inclusionPath(leaves: readonly Buffer[], index: number): Buffer[] {
  if (index < 0 || index >= leaves.length) throw new RangeError(`no leaf ${String(index)}`)
  if (leaves.length === 1) return []
  const split = splitOf(leaves.length)
  const [left, right] = [leaves.slice(0, split), leaves.slice(split)]
  return index < split ? [...inclusionPath(left, index), merkleRoot(right)] : [...inclusionPath(right, index - split), merkleRoot(left)]
}

export interface Inclusion {
  readonly leaf: Buffer
  readonly index: number
  /** Number of leaves, from the head's `body.lines`. */
  readonly size: number
  readonly path: readonly Buffer[]
}

/** The root that follows from a leaf and its path, null when the path does not fit the size; compare it with the head's. */
export function rootOfPath({ leaf, index, size, path }: Inclusion): Buffer | null {
  if (index < 0 || index >= size) return null
  if (size === 1) return path.length === 0 ? leaf : null
  const last = path.at(-1)
  if (last === undefined) return null
  const split = splitOf(size)
  const goesLeft = index < split
  const below = rootOfPath({
    leaf,
    index: goesLeft ? index : index - split,
    size: goesLeft ? split : size - split,
    path: path.slice(0, -1),
  })
  if (below === null) return null
  return goesLeft ? nodeHash(below, last) : nodeHash(last, below)
}

export const verifyInclusion = (proof: Inclusion, root: Buffer): boolean => rootOfPath(proof)?.equals(root) ?? false
