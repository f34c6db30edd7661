import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './paths.mjs'

export const rooms = ['shared', 'db', 'electron', 'renderer', 'test', 'scripts']

/** The TypeScript files of one room, as paths from the root with forward slashes. */
export function sourcesOf(room) {
  return readdirSync(join(root, room), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(root.length + 1)
        .replaceAll('\\', '/'),
    )
    .sort()
}

/** One file taken apart: its syntax tree, its comments, and the modules it names. */
export async function read(file) {
  const { parseSync } = await import('vite')
  const text = readFileSync(join(root, file), 'utf8')
  const { program, comments, module } = parseSync(file, text)
  const named = [...module.staticImports, ...module.staticExports.flatMap((statement) => statement.entries)]
  const imports = named.flatMap(({ moduleRequest }) =>
    moduleRequest ? [{ specifier: moduleRequest.value, index: moduleRequest.start }] : [],
  )
  const dynamic = nodesOf(program).filter((node) => node.type === 'ImportExpression' && typeof node.source.value === 'string')
  for (const { source } of dynamic) imports.push({ specifier: source.value, index: source.start })
  return { text, comments, nodes: nodesOf(program), imports, lineAt: (index) => text.slice(0, index).split('\n').length }
}

/** A tree as a flat list, parents before children. */
function nodesOf(node) {
  if (Array.isArray(node)) return node.flatMap(nodesOf)
  if (node === null || typeof node !== 'object') return []
  const below = Object.values(node).flatMap(nodesOf)
  return typeof node.type === 'string' ? [node, ...below] : below
}

/** Prints the problems and ends with 1 when there are any. */
export function report(problems) {
  for (const problem of problems) console.error(problem)
  process.exitCode = problems.length > 0 ? 1 : 0
}
