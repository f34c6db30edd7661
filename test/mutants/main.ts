import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Mutant } from './mutant.ts'
import { mutants } from './mutants.ts'

/**
 * A property that nobody has seen fail is no evidence: every seeded fault must be noticed by its tests. Words that are given choose
 * mutants by their file or sentence. Ends with 1 when one survives, or cannot be seeded.
 */
const MINUTES = 4
const folder = mkdtempSync(join(tmpdir(), 'mutants-'))
const report = join(folder, 'report.json')

interface Ran {
  readonly passed: boolean
  /** The first test that failed; '' when none did, or none began. */
  readonly failed: string
  readonly seconds: number
}

interface Report {
  readonly success: boolean
  readonly numTotalTests: number
  readonly testResults: readonly { readonly assertionResults: readonly { readonly status: string; readonly title: string }[] }[]
}

function readReport(): Report | null {
  try {
    return JSON.parse(readFileSync(report, 'utf8')) as Report
  } catch {
    return null
  }
}

/** Runs tests with one fault seeded ('' for none), always with the same chances. */
function run(tests: readonly string[], id: string): Ran {
  const began = Date.now()
  rmSync(report, { force: true })
  const vitest = [
    'vitest',
    'run',
    '--config',
    'test/mutants/vitest.config.ts',
    '--bail=1',
    '--reporter=json',
    `--outputFile=${report}`,
    ...tests,
  ]
  const env = { ...process.env, XUNZHI_MUTANT: id, XUNZHI_HISTORIES: process.env['XUNZHI_HISTORIES'] ?? '4000', XUNZHI_SEED: '20261122' }
  const { status, error } = spawnSync('npx', ['--no-install', ...vitest], { env, stdio: 'ignore', timeout: MINUTES * 60_000 })
  const told = readReport()
  const titles = (told?.testResults ?? []).flatMap(({ assertionResults }) => assertionResults)
  const failed =
    error !== undefined ? `no end after ${String(MINUTES)} minutes` : (titles.find((one) => one.status === 'failed')?.title ?? '')
  return {
    passed: status === 0 && told?.success === true && told.numTotalTests > 0,
    failed,
    seconds: Math.round((Date.now() - began) / 1000),
  }
}

const countIn = ({ file, find }: Mutant): number => readFileSync(file, 'utf8').split(find).length - 1

function judge(mutant: Mutant): { readonly good: boolean; readonly verdict: string; readonly seconds: number } {
  const found = countIn(mutant)
  if (found !== 1) return { good: false, verdict: `NOT SEEDED: its text stands ${String(found)} times in ${mutant.file}`, seconds: 0 }
  const { passed, failed, seconds } = run(mutant.tests, mutant.id)
  const isExpected = mutant.equivalent !== undefined
  if (passed) return { good: isExpected, verdict: isExpected ? `equivalent: ${mutant.equivalent ?? ''}` : 'SURVIVED', seconds }
  if (isExpected) return { good: false, verdict: `NOT EQUIVALENT: ${failed}`, seconds }
  return failed === '' ? { good: false, verdict: 'BROKEN: no test ran', seconds } : { good: true, verdict: `killed: ${failed}`, seconds }
}

const words = process.argv.slice(2)
const chosen = mutants.filter(({ id, file }) => words.every((word) => `${file} ${id}`.includes(word)))
const say = (line: string): void => void process.stdout.write(`${line}\n`)
let [bad, killed] = [chosen.length === 0 ? 1 : 0, 0]
for (const tests of new Map(chosen.map((mutant) => [mutant.tests.join(), mutant.tests])).values())
  if (!run(tests, '').passed) {
    say(`without any fault these fail: ${tests.join(' ')}`)
    bad += 1
  }
for (const mutant of bad > 0 ? [] : chosen) {
  const { good, verdict, seconds } = judge(mutant)
  if (!good) bad += 1
  if (verdict.startsWith('killed')) killed += 1
  say(`${good ? '✓' : '✗'} ${String(seconds).padStart(3)} s  ${mutant.file.split('/').at(-1) ?? ''}: ${mutant.id}\n         ${verdict}`)
}
say(
  `mutants: ${String(chosen.length)}, killed ${String(killed)}, equivalent ${String(chosen.filter(({ equivalent }) => equivalent).length)}, wrong ${String(bad)}`,
)
rmSync(folder, { recursive: true, force: true })
process.exitCode = bad === 0 ? 0 : 1
