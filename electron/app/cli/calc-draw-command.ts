import type { Command } from 'commander'
import { parseInput } from '#shared/kernel/parse-problems'
import { ok, problem, type Result, refuse } from '#shared/kernel/result'
import { drawFrom } from '#shared/plan/draw'
import { RandomDraw } from '#shared/plan/random-draw'
import { differenceWords } from '#shared/plan/random-draw-words'
import { type DrawDifference, poolLines, redraw } from '#shared/plan/redraw'
import { sha256Of } from '../../kernel/durable-file.ts'
import { action, type Cli, text } from './command.ts'
import { CANNOT_RUN, FOUND_WRONG, type Output, report, words } from './output.ts'
import { outputOf, readJsonInput, readTextInput } from './session.ts'

/** The ids of a pool file, one a line; the byte order mark and line ends that Windows writes are not part of them. */
function readPool(file: string): Result<readonly string[]> {
  const content = readTextInput(file)
  return content.ok ? ok(poolLines(content.value)) : content
}

/** `{picks, algorithm, poolHash}`, with the ids that were drawn, the seed and the size of the pool. */
function calcDraw(file: string, take: number, seed: string): Result<object> {
  const ids = readPool(file)
  if (!ids.ok) return ids
  const draw = drawFrom({ ids: ids.value, take, seed }, sha256Of)
  if (!draw.ok) return draw
  return ok({ ...draw.value, ids: draw.value.picks.map((pick) => ids.value[pick]), seed, poolSize: ids.value.length })
}

/** The document of a draw: bare, or as `record get` prints the record around it. */
function readDraw(file: string): Result<RandomDraw> {
  const json = readJsonInput(file)
  if (!json.ok) return json
  const { value } = json
  const doc = value !== null && typeof value === 'object' && 'doc' in value ? value.doc : value
  return parseInput(RandomDraw, doc)
}

interface Redrawn {
  readonly reproduced: boolean
  readonly no: string
  readonly poolHash: string
  readonly differences: readonly DrawDifference[]
}

/** Draws again from a record; a pool too large to stand in it comes from its own file. */
function calcRedraw(file: string, pool: string | null): Result<Redrawn> {
  const draw = readDraw(file)
  if (!draw.ok) return draw
  const { no, enterprises } = draw.value
  const { poolHash } = enterprises
  const ids = pool === null ? ok(enterprises.pool) : readPool(pool)
  if (!ids.ok) return ids
  if (ids.value === undefined) return refuse(problem('draw.poolMissing', '/enterprises/pool', { poolHash }))
  const differences = redraw(draw.value, ids.value, sha256Of)
  return ok({ reproduced: differences.length === 0, no, poolHash, differences })
}

function reportRedraw(output: Output, answer: Result<Redrawn>): number {
  const code = report(output, answer)
  if (!answer.ok || answer.value.reproduced) return code
  for (const { what } of answer.value.differences) words(differenceWords[what][output.language])
  return FOUND_WRONG
}

/** `calc draw`: draws from a file, or draws a record of a draw again; needs no profile. */
export function addDraw(cli: Cli, calc: Command): void {
  const draw = calc.command('draw').description('draw at random so that anybody can draw the same again, or draw a record again')
  draw
    .option('--pool <file>', 'one id a line, or - for stdin; with --record, the pool when the record does not hold it')
    .option('--take <n>', 'how many')
    .option('--seed <s>', 'one line of text')
    .option('--record <file>', 'a record of a draw, as `record get` prints it: exit 1 when it does not come out the same')
  action(cli, draw, (common, _args, { pool, take, seed, record }) => {
    const output = outputOf(common)
    if (record !== undefined) return reportRedraw(output, calcRedraw(text(record), pool === undefined ? null : text(pool)))
    if (pool === undefined || take === undefined || seed === undefined) {
      words('--pool, --take and --seed are needed, or --record')
      return CANNOT_RUN
    }
    return report(output, calcDraw(text(pool), Number(text(take)), text(seed)))
  })
}
