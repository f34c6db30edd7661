import { existsSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import { ok, type Problem, problem, type Result, refuse } from '#shared/kernel/result'
import { writeWhole } from './durable-file.ts'

export interface Exported {
  readonly file: string
  readonly bytes: number
  readonly sha256: string
}

/** Writes a file that a person chose; it appears whole or not at all. What stands against it is told as a problem with this code. */
export async function writeChosen<const Code extends string>(
  code: Code,
  file: string,
  bytes: Uint8Array,
): Promise<Result<Exported, Problem<Code, { readonly file: string; readonly reason: string }>>> {
  if (!existsSync(dirname(file))) return refuse(problem(code, '', { file, reason: 'ENOENT' }))
  try {
    const { sha256, size } = await writeWhole(dirname(file), basename(file), bytes)
    return ok({ file, bytes: size, sha256 })
  } catch (error) {
    const { code: reason } = error as NodeJS.ErrnoException
    if (reason === undefined || reason === 'ENOSPC') throw error
    return refuse(problem(code, '', { file, reason }))
  }
}
