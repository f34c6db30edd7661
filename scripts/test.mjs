// `npm test`: set up what is missing, then every test there is. `-- --only check|unit|e2e|packaged` (comma-separated) picks steps.
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { openDisplay } from './lib/display.mjs'
import { installEngines } from './lib/engines.mjs'
import { cache, jsonOf, root, tool } from './lib/paths.mjs'
import { endWhenAsked, run } from './lib/run.mjs'
import { main, Stop, sayLoudly } from './lib/say.mjs'
import { setUp } from './lib/set-up.mjs'
import { hasApt } from './lib/system-packages.mjs'

const reportOf = (name) => join(cache, `${name}.json`)
const e2e = (project) => (env) =>
  run(tool('playwright'), ['test', `--project=${project}`], {
    minutes: 30,
    env: { ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: reportOf(project) },
  })

const steps = {
  check: () => run(process.execPath, [join(root, 'scripts/check.mjs')], { minutes: 8 }),
  unit: () =>
    run(tool('vitest'), ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${reportOf('unit')}`], { minutes: 30 }),
  e2e: e2e('dev'),
  packaged: async (env) =>
    (await run(process.execPath, [join(root, 'scripts/package.mjs'), '--dir'], { minutes: 5 })) || e2e('packaged')(env),
}
/** The report each step writes; `check` writes none. */
const reports = { unit: 'unit', e2e: 'dev', packaged: 'packaged' }

const needsWindow = (step) => step === 'e2e' || step === 'packaged'

/** On Debian a missing display is put right, so its lack is an error there; elsewhere it is a gap that is named. */
async function displayOrNone() {
  try {
    return await openDisplay('1920x1080')
  } catch (error) {
    if (hasApt() || !(error instanceof Stop)) throw error
    sayLoudly(error.message)
    return undefined
  }
}

function canRun(step, display) {
  const gap =
    needsWindow(step) && display === undefined
      ? 'there is no display'
      : step === 'packaged' && process.platform !== 'linux' && 'the packaged window is driven on Linux only'
  if (gap) sayLoudly(`SKIPPED: the step "${step}", because ${gap}.`)
  return !gap
}

function choose(args) {
  if (args.length === 0) return Object.keys(steps)
  const names = args[0] === '--only' ? (args[1] ?? '').split(',') : []
  const unknown = names.find((name) => !(name in steps))
  if (names.length === 0 || unknown !== undefined) throw new Stop(`usage: npm test [-- --only ${Object.keys(steps).join('|')}]`)
  return names
}

async function take(name, env) {
  const report = reports[name] && reportOf(reports[name])
  if (report) rmSync(report, { force: true })
  console.log(`\n── ${name} ${'─'.repeat(70 - name.length)}`)
  const began = Date.now()
  const code = await steps[name](env)
  if (code === 124) sayLoudly(`the step "${name}" took too long and was ended.`)
  const counted = countOf(report && jsonOf(report))
  // A step that broke outside its tests still counts as one failure.
  return {
    name,
    passed: counted.passed,
    failed: code === 0 ? counted.failed : Math.max(1, counted.failed),
    skipped: counted.skipped,
    seconds: Math.round((Date.now() - began) / 1000),
  }
}

/** Reads the reports of vitest and of Playwright. */
function countOf(report) {
  if (report?.stats)
    return { passed: report.stats.expected + report.stats.flaky, failed: report.stats.unexpected, skipped: report.stats.skipped }
  return { passed: report?.numPassedTests ?? 0, failed: report?.numFailedTests ?? 0, skipped: report?.numPendingTests ?? 0 }
}

function summarize(results) {
  const sum = (key) => results.reduce((total, result) => total + result[key], 0)
  console.log('')
  for (const { name, passed, failed, seconds } of results)
    console.log(`${failed === 0 ? '✓' : '✗'} ${name}: ${passed} passed, ${failed} failed (${seconds} s)`)
  if (sum('skipped') > 0) sayLoudly(`${sum('skipped')} tests were SKIPPED.`)
  console.log(`tests: ${sum('passed')} passed, ${sum('failed')} failed`)
  return sum('failed') === 0 ? 0 : 1
}

await main(async () => {
  endWhenAsked()
  const chosen = choose(process.argv.slice(2))
  await setUp({ tests: true })
  if (chosen.includes('unit')) await installEngines()
  mkdirSync(cache, { recursive: true })
  const display = chosen.some(needsWindow) ? await displayOrNone() : undefined
  const results = []
  try {
    for (const name of chosen.filter((step) => canRun(step, display))) results.push(await take(name, display?.env))
  } finally {
    await display?.close()
  }
  return summarize(results)
})
