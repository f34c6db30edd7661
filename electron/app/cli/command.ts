import type { Command } from 'commander'
import type { Common, Host } from './session.ts'

/** What a command module is given: where to add its commands, and where to put the exit code. */
export interface Cli {
  readonly program: Command
  readonly done: (code: number) => void
  readonly host: Host
}

type Work = (common: Common, args: readonly string[], options: Readonly<Record<string, unknown>>) => Promise<number> | number

/** Adds the options every command takes, and runs the work with its arguments as texts. */
export function action({ done }: Cli, command: Command, work: Work): void {
  command
    .option('--profile <dir>', 'the profile folder (or XUNZHI_PROFILE)')
    .option('--json', 'one JSON object on stdout')
    .option('--lang <language>', 'zh or en, for words', 'zh')
    .action(async (...all: unknown[]) => {
      const options = all.at(-2) as Record<string, unknown>
      const args = all
        .slice(0, -2)
        .flat()
        .filter((value) => typeof value === 'string')
      done(await work(options, args, options))
    })
}

export const text = (value: unknown): string => (typeof value === 'string' ? value : '')
export const first = (args: readonly string[]): string => args[0] ?? ''
