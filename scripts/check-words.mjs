// No words in the code of the window: what a person reads lives in *-words.ts, in both languages, or it does not compile.
import { read, report, sourcesOf } from './lib/sources.mjs'

const isWords = (file) => /(^|[/-])words\.ts$/.test(file)
const han = /[\p{Script=Han}\u3000-\u303f\uff00-\uffef]/u
const letter = /\p{L}/u
/** What stands on a key of the keyboard is the same in every language. */
const keyCap = /^\s*F\d{1,2}\s*$/
const spoken = new Set(
  'placeholder title label alt aria-label tooltip okText cancelText description message addonAfter addonBefore'.split(' '),
)

const isSaid = (text) => letter.test(text) && !keyCap.test(text)

/** What is wrong with one node of the syntax tree, or undefined. */
function judge(node) {
  if (node.type === 'JSXText' && isSaid(node.value)) return ['words between tags', node.value]
  const attribute = node.type === 'JSXAttribute' && spoken.has(node.name.name) ? node.value?.value : undefined
  if (letter.test(attribute ?? '')) return ['words in an attribute', attribute]
  const text = textOf(node)
  return typeof text === 'string' && han.test(text) ? ['Chinese in the code', text] : undefined
}

function textOf(node) {
  if (node.type === 'TemplateElement') return node.value.raw
  return node.type === 'Literal' || node.type === 'JSXText' ? node.value : undefined
}

const problems = []
for (const file of sourcesOf('renderer').filter((path) => !isWords(path))) {
  const { nodes, lineAt } = await read(file)
  for (const node of nodes) {
    const [what, text] = judge(node) ?? []
    const shown = text?.trim().slice(0, 40)
    if (what) problems.push(`${file}:${lineAt(node.start)}: ${what}: “${shown}”. Put it into a *-words.ts file, in Chinese and English.`)
  }
}
report(problems)
