import { spawnSync } from 'node:child_process'

/** Runs a stock tool; throws with its words when it fails. */
export function run(tool: string, args: readonly string[], input?: string | Buffer): Buffer {
  const { status, stdout, stderr, error } = spawnSync(tool, args, { input, maxBuffer: 64 * 1024 * 1024 })
  if (error !== undefined) throw error
  if (status !== 0) throw new Error(`${tool} ${args.join(' ')}: ${stderr.toString()}`)
  return stdout
}

/** True when the tool is installed; says loudly what is not tested otherwise. */
export function has(tool: string, ...args: readonly string[]): boolean {
  const there = spawnSync(tool, args).error === undefined
  if (!there) console.warn(`!!! ${tool} is not installed: its interoperability is NOT tested`)
  return there
}
