// Words for a person go to stderr, so that stdout stays free for data.
export const say = (text) => process.stderr.write(`xunzhi: ${text}\n`)

/** Something a person must not overlook: a step left out, a runtime that must not be given away. */
export function sayLoudly(...lines) {
  const bar = '!'.repeat(78)
  process.stderr.write(`\n${[bar, ...lines.map((line) => `!! ${line}`), bar].join('\n')}\n\n`)
}

/** An end that was foreseen: its message says what to do, so no stack is shown. */
export class Stop extends Error {}

/** Runs the body of a script and turns its end into an exit code. */
export async function main(body) {
  try {
    process.exitCode = (await body()) ?? 0
  } catch (error) {
    say(error instanceof Stop ? error.message : error.stack)
    process.exitCode = 3
  }
}
