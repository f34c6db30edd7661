// Rooms and floors: what a linter that sees one import at a time cannot know. Every message says why.
import { posix } from 'node:path'
import { read, report, rooms, sourcesOf } from './lib/sources.mjs'

const features = new Set(
  'enterprise plan spot-check aftercare visit certification nqi team attachment review sync report reference profile paper target'.split(
    ' ',
  ),
)
/** The nouns all others speak of: parties, files, reference data, whose device this is, and where its batches go. */
const nouns = new Set(['enterprise', 'attachment', 'reference', 'profile', 'target'])
const doors = {
  electron: ['main.ts', 'preload.ts', 'store.ts', 'intake.ts', 'courier.ts', 'cli.ts'],
  renderer: ['main.tsx'],
}
/** Folders beside kernel/, app/ and the features; the window and the command line stand on top of app/. */
const others = {
  electron: ['shell', 'intake'],
  test: ['e2e', 'bench', 'interop', 'fuzz', 'golden', 'mutants', 'engines', 'sim', 'crash', 'fixtures', 'db', 'record', 'exchange', 'cli'],
}
const packages = {
  shared: /^(zod|date-fns|big\.js|canonicalize)(\/|$)/,
}
const mayImport = {
  shared: ['shared'],
  db: ['shared', 'db'],
  renderer: ['shared', 'renderer'],
  electron: ['shared', 'db', 'electron', 'seeds'],
}

const problems = []

async function check(file) {
  const here = placeOf(file)
  const source = await read(file)
  const found = [...judgePlace(here), ...judgeImports(here, source), ...(here.room === 'shared' ? clocks(source) : []), ...silences(source)]
  for (const [index, message] of found) problems.push(`${file}:${source.lineAt(index)}: ${message}`)
}

function judgePlace(here) {
  if (here.room === 'scripts' || isKnown(here)) return []
  return [[0, 'is in no floor: kernel/, a feature, or app/. A file without a place has no owner.']]
}

const judgeImports = (here, { imports }) =>
  imports.map(({ specifier, index }) => [index, judge(here, specifier)]).filter(([, message]) => message !== undefined)

const clocks = ({ nodes }) =>
  nodes
    .filter((node) => node.type === 'NewExpression' && node.callee.name === 'Date' && node.arguments.length === 0)
    .map((node) => [node.start, 'shared/ has no clock: take the moment as an argument.'])

const silences = ({ comments }) =>
  comments
    .filter(({ value }) => /\b(oxlint|eslint)-disable/.test(value) && !/ -- \S/.test(value))
    .map(({ start }) => [start, 'a rule is off without a reason: write `-- why` after it.'])

function placeOf(file) {
  const [room, ...rest] = file.split('/')
  return { file, room, floor: rest.length > 1 ? rest[0] : undefined, name: rest.at(-1) }
}

function isKnown({ room, floor, name }) {
  if (floor === undefined) return (doors[room] ?? []).includes(name) || name.endsWith('.d.ts')
  return floor === 'kernel' || floor === 'app' || features.has(floor) || (others[room] ?? []).includes(floor)
}

/** Why this import may not be, or undefined when it may. */
function judge(here, specifier) {
  const path = targetOf(here.file, specifier)
  if (path === 'package.json') return undefined // its version is shown to people
  if (path === undefined) {
    const allowed = packages[here.room]
    return allowed && !allowed.test(specifier)
      ? `'${specifier}': shared/ is pure, only packages without I/O, clock and chance belong here.`
      : undefined
  }
  const there = placeOf(path)
  return judgeRoom(here, there, specifier) ?? judgeFloor(here, there)
}

/** A path from the root for imports inside the tree; undefined for packages. */
function targetOf(file, specifier) {
  if (specifier.startsWith('#')) return specifier.slice(1)
  return specifier.startsWith('.') ? posix.join(posix.dirname(file), specifier) : undefined
}

function judgeRoom(here, there, specifier) {
  const allowed = mayImport[here.room]
  if (allowed && !allowed.includes(there.room)) return `'${specifier}': ${here.room}/ sees only ${allowed.join('/, ')}/.`
  if (here.room !== there.room && specifier.startsWith('.'))
    return here.room === 'test' ? undefined : `'${specifier}': between rooms say '#${there.room}/…', so that the border is seen.`
  return undefined
}

/** The laws of the floors: when one holds, its sentence is the error. */
const laws = [
  {
    why: 'kernel/ knows no feature: take it as an argument, or move it to kernel/.',
    breaks: (here, there) => here.floor === 'kernel' && there.floor !== 'kernel' && there.room !== 'seeds',
  },
  {
    why: 'app/ lists the features; nothing below may lean on it, or a circle closes.',
    breaks: (here, there) => there.floor === 'app' && !['app', 'shell', 'cli'].includes(here.floor),
  },
  {
    why: 'features meet only in app/ (all may use enterprise, attachment, reference and profile).',
    breaks: (here, there) => here.floor !== there.floor && features.has(here.floor) && features.has(there.floor) && !isNoun(there),
  },
]
const isNoun = (there) => nouns.has(there.floor)

function judgeFloor(here, there) {
  if (here.room === 'test' || here.room === 'scripts' || here.floor === undefined) return undefined
  const broken = laws.find((law) => law.breaks(here, there))
  return broken && `imports ${there.file}: ${broken.why}`
}

for (const room of rooms) for (const file of sourcesOf(room)) await check(file)
report(problems)
