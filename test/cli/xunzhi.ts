import { spawnSync } from 'node:child_process'

export interface Said {
  readonly code: number | null
  /** The JSON object on stdout; undefined when stdout is empty. */
  readonly json: never
  readonly words: string
}

/** Runs the command line in a process of its own, with `--json`; fails when stdout is anything but one JSON object. */
export function xunzhi(args: readonly string[], input = ''): Said {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['electron/cli.ts', ...args, '--json'], { input, encoding: 'utf8' })
  const lines = stdout.split('\n')
  if (stdout !== '' && (lines.length !== 2 || lines[1] !== '' || !stdout.startsWith('{')))
    throw new Error(`stdout is not one JSON object:\n${stdout}\n${stderr}`)
  return { code: status, json: (stdout === '' ? undefined : JSON.parse(stdout)) as never, words: stderr }
}

/** The problems of a refusal, in short. */
export const refusedWith = ({ json }: Said): string[] =>
  ((json as { problems?: { code: string; path: string }[] } | undefined)?.problems ?? []).map(({ code, path }) => `${code} ${path}`.trim())
