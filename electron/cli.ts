import { runCli } from './app/run-cli.ts'

process.exitCode = await runCli(process.argv.slice(2))
