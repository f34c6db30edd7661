import { z } from 'zod'
import { pointer } from '../kernel/parse-problems.ts'
import type { Problem } from '../kernel/result.ts'
import type { ReferenceTable } from './reference-item.ts'
import type { ItemProblem } from './reference-tables.ts'

/** So large a file of reference data is read, and so many items of it. */
export const MAX_FILE_BYTES = 2_000_000
export const MAX_FILE_ITEMS = 5000

/** Where in a file, both from 1; the column counts UTF-16 units, as editors do. */
export const Position = z.object({ line: z.int().positive(), column: z.int().positive() })
export type Position = z.infer<typeof Position>

/** The same problem with the place in the file beside its facts. */
type Located<P> = P extends Problem<infer C, infer F> ? Problem<C, F & Position> : never

/** What is wrong with a file as a file, wherever the fault can be named with its place. */
export type FileFormProblem =
  | Problem<'reference.fileTooLarge', { readonly bytes: number; readonly maximum: number }>
  | Problem<'reference.tooManyItems', { readonly have: number; readonly maximum: number }>
  | Problem<'reference.fileEmpty', Position>
  | Problem<'reference.notText', Position>
  | Problem<'reference.notJson', Position & { readonly found: string }>
  | Problem<'reference.tooDeep', Position>
  | Problem<'reference.memberTwice', Position & { readonly name: string }>
  | Problem<'reference.itemTwice', Position & { readonly key: string; readonly first: number }>
  | Problem<'reference.unknownTable', Position>
  | Problem<'reference.noCsv', Position & { readonly table: ReferenceTable }>
  | Problem<'reference.quoteOpen', Position>
  | Problem<'reference.unknownColumn', Position & { readonly name: string }>
  | Problem<'reference.columnMissing', Position & { readonly name: string }>
  | Problem<'reference.cellTooMany', Position & { readonly columns: number }>
  | Problem<'reference.cellDiffers', Position & { readonly name: string; readonly first: number }>

/** What a line of the log cannot hold, though a file may. */
export type StorageProblem =
  | Problem<'reference.notWhole', { readonly value: number }>
  | Problem<'reference.nestedTooDeep', { readonly maximum: number }>

export type ReferenceFileProblem = FileFormProblem | Located<ItemProblem | StorageProblem>

/** What stands against an edit of one item. */
export type ReferenceEditProblem =
  | Problem<'reference.noSuchItem', { readonly key: string }>
  | Problem<'reference.alreadyWithdrawn', { readonly key: string }>
  | Problem<'reference.supervisorDecides', { readonly key: string; readonly name: string }>
  | Problem<'reference.lawStays', { readonly key: string }>
  | Problem<'reference.otherKey', { readonly key: string; readonly needed: string }>
  | Problem<'reference.manyChanges', { readonly key: string; readonly maximum: number }>

/** A line nests 16 deep; the item lies two deep in it. */
const MAX_ITEM_DEPTH = 13

/** Numbers with a fraction are written as texts ("0.06"), because a line holds whole numbers only. */
export function storageProblems(value: unknown, path = '', depth = 0): StorageProblem[] {
  if (typeof value === 'number' && !Number.isSafeInteger(value)) return [{ code: 'reference.notWhole', path, facts: { value } }]
  if (value === null || typeof value !== 'object') return []
  if (depth > MAX_ITEM_DEPTH) return [{ code: 'reference.nestedTooDeep', path, facts: { maximum: MAX_ITEM_DEPTH } }]
  return Object.entries(value).flatMap(([name, member]) => storageProblems(member, `${path}${pointer([name])}`, depth + 1))
}

/** What the rehearsal of an import says of one item of the file. */
export const ImportedItem = z.object({
  key: z.string(),
  title: z.string(),
  edition: z.string(),
  standing: z.enum(['new', 'changed', 'same']),
  /** JSON Pointers of what differs from what counts here now; at most 50. */
  changed: z.array(z.string()),
  /** The supervisor whose own item of this key counts above the imported one; null when the imported one counts. */
  outrankedBy: z.string().nullable(),
})
export type ImportedItem = z.infer<typeof ImportedItem>
