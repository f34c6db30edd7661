import { parse, type ValueNode } from '@humanwhocodes/momoa'
import { pointer } from '#shared/kernel/parse-problems'
import { okUnless, problem, type Result, refuse } from '#shared/kernel/result'
import type { FileFormProblem, Position } from '#shared/reference/reference-file'
import { type LocatedItem, nearest } from './located.ts'

/** Deeper than any item may be; what is deeper still would only exhaust the stack. */
const MAX_DEPTH = 64

interface Walk {
  readonly text: string
  readonly values: Map<string, Position>
  readonly names: Map<string, Position>
  readonly problems: FileFormProblem[]
}

const startOf = ({ loc }: Pick<ValueNode, 'loc'>): Position => ({ line: loc.start.line, column: loc.start.column })

/** The parser lets a text run over the end of its line; JSON does not. */
const isBroken = ({ loc }: Pick<ValueNode, 'loc'>, { text }: Walk): boolean => /[\r\n]/.test(text.slice(loc.start.offset, loc.end.offset))

type ObjectNode = Extract<ValueNode, { type: 'Object' }>

function membersOf(node: ObjectNode, path: string, walk: Walk): unknown {
  const members = new Map<string, unknown>()
  for (const member of node.members) {
    const name = member.name.type === 'String' ? member.name.value : member.name.name
    const at = startOf(member.name)
    if (isBroken(member.name, walk)) walk.problems.push(problem('reference.notJson', path, { ...at, found: '"' }))
    if (members.has(name)) walk.problems.push(problem('reference.memberTwice', path, { ...at, name }))
    const inner = `${path}${pointer([name])}`
    walk.names.set(inner, at)
    members.set(name, readValue(member.value, inner, walk))
  }
  return Object.fromEntries(members)
}

/** The value of a node, and the place of every value in it. */
function readValue(node: ValueNode, path: string, walk: Walk): unknown {
  const at = startOf(node)
  walk.values.set(path, at)
  if (node.type === 'Object' || node.type === 'Array') {
    if (path.split('/').length > MAX_DEPTH) walk.problems.push(problem('reference.tooDeep', path, at))
    else if (node.type === 'Object') return membersOf(node, path, walk)
    else return node.elements.map(({ value }, index) => readValue(value, `${path}/${String(index)}`, walk))
    return null
  }
  if (isBroken(node, walk)) walk.problems.push(problem('reference.notJson', path, { ...at, found: '"' }))
  return 'value' in node ? node.value : null
}

interface ParserError extends Error {
  readonly line: number
  readonly column: number
  readonly offset: number
}
const isParserError = (error: unknown): error is ParserError => error instanceof Error && 'line' in error && 'offset' in error

function refusalOf(text: string, error: unknown): Result<never, FileFormProblem> {
  if (error instanceof RangeError) return refuse(problem('reference.tooDeep', '', { line: 1, column: 1 }))
  if (!isParserError(error)) throw error
  const { line, column, offset } = error
  const found = text.codePointAt(offset)
  return refuse(problem('reference.notJson', '', { line, column, found: found === undefined ? '' : String.fromCodePoint(found) }))
}

/** A file of one item or a list of them. The first place where it is no JSON is named; a member that is there twice, too. */
export function readJsonItems(text: string): Result<readonly LocatedItem[], FileFormProblem> {
  try {
    const { body } = parse(text)
    const nodes = body.type === 'Array' ? body.elements.map((element) => element.value) : [body]
    const problems: FileFormProblem[] = []
    const items = nodes.map((node): LocatedItem => {
      const walk: Walk = { text, values: new Map(), names: new Map(), problems }
      const value = readValue(node, '', walk)
      return { value, at: (path) => nearest(walk.values, path), nameAt: (path) => walk.names.get(path) ?? nearest(walk.values, path) }
    })
    return okUnless(problems, items)
  } catch (error) {
    return refusalOf(text, error)
  }
}
