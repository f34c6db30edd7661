import { type FieldProblem, parseInput } from '../kernel/parse-problems.ts'
import { okUnless, type Problem, problem, type Result } from '../kernel/result.ts'
import { hasList, type PaperWords } from './choices.ts'
import { isKnownPointer, type SchemaOf } from './known-pointer.ts'
import { PaperLayout } from './layout.ts'
import { slotsOf } from './slots.ts'
import { FORMATS, listOf } from './write-fact.ts'

export type LayoutProblem =
  | Problem<'paper.unknownPointer', { readonly pointer: string; readonly kind: string }>
  | Problem<'paper.unknownFormat', { readonly format: string; readonly known: string }>
  | Problem<'paper.rowWidth', { readonly columns: number; readonly have: number }>
  | Problem<'paper.copyTwice', { readonly no: number }>

/** What is known of the records and the words: with it more is found than with the layout alone. */
export interface LayoutVocabulary {
  readonly schemaOf: SchemaOf
  readonly words: Pick<PaperWords, 'choices'> | null
}

interface Found {
  readonly pointer: string
  readonly as: string
  readonly path: string
}

const POINTERS = new Set(['at', 'people', 'when'])

/** Every pointer of a part of a layout, with where it stands there; `base` is the list whose rows it speaks of. */
function pointersIn(part: unknown, path: string, base: string): Found[] {
  if (typeof part === 'string') return slotsOf(part).map(({ pointer, as }) => ({ pointer: `${base}${pointer}`, as, path }))
  if (part === null || typeof part !== 'object') return []
  return Object.entries(part).flatMap(([key, member]) => {
    const at = `${path}/${key}`
    if (POINTERS.has(key) && typeof member === 'string') return [{ pointer: member, as: '', path: at }]
    return pointersIn(member, at, base)
  })
}

function blockPointers(block: PaperLayout['blocks'][number], path: string): Found[] {
  if (block.block !== 'list') return pointersIn(block, path, '')
  const { columns, ...others } = block
  return [...pointersIn(others, path, ''), ...pointersIn(columns, `${path}/columns`, `${block.at}/*`)]
}

const allPointers = ({ blocks, ...others }: PaperLayout): Found[] => [
  ...pointersIn(others, '', ''),
  ...blocks.flatMap((block, index) => blockPointers(block, `/blocks/${String(index)}`)),
]

function pointerProblems(layout: PaperLayout, { schemaOf, words }: LayoutVocabulary): LayoutProblem[] {
  return allPointers(layout).flatMap(({ pointer, as, path }) => [
    ...layout.for
      .filter((kind) => !isKnownPointer(pointer, kind, schemaOf))
      .map((kind) => problem('paper.unknownPointer', path, { pointer, kind })),
    ...(FORMATS.includes(as) || words === null || hasList(words, listOf(as))
      ? []
      : [problem('paper.unknownFormat', path, { format: as, known: FORMATS.slice(1).join(', ') })]),
  ])
}

const rowProblems = ({ blocks }: PaperLayout): LayoutProblem[] =>
  blocks.flatMap((block, index) =>
    block.block !== 'fields'
      ? []
      : block.parts.flatMap(({ rows }, part) =>
          rows.flatMap((row, number) => {
            const have = row.reduce((sum, { span }) => sum + 1 + span, 0)
            const path = `/blocks/${String(index)}/parts/${String(part)}/rows/${String(number)}`
            return have === block.columns ? [] : [problem('paper.rowWidth', path, { columns: block.columns, have })]
          }),
        ),
  )

function copyProblems({ copies }: PaperLayout): LayoutProblem[] {
  const numbers = copies.map(({ no }) => no)
  return numbers.flatMap((no, index) =>
    numbers.indexOf(no) === index ? [] : [problem('paper.copyTwice', `/copies/${String(index)}/no`, { no })],
  )
}

const NOTHING: LayoutVocabulary = { schemaOf: () => undefined, words: null }

/**
 * May this be the layout of a paper? Anything that came from a file; refused with every member that is wrong, every pointer to a
 * fact that no record of its kinds has, every row that does not fill the form.
 */
export function decideLayout(input: unknown, known: LayoutVocabulary = NOTHING): Result<PaperLayout, FieldProblem | LayoutProblem> {
  const parsed = parseInput(PaperLayout, input)
  if (!parsed.ok) return parsed
  const layout = parsed.value
  return okUnless([...pointerProblems(layout, known), ...rowProblems(layout), ...copyProblems(layout)], layout)
}
