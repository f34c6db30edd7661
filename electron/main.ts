import { startShell } from './shell/start-shell.ts'

startShell(import.meta.dirname)
