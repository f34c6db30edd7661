import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Bundle } from './bundle.ts'
import { withFolder } from './read-folder.ts'
import { withZip } from './read-zip.ts'
import type { Verdict } from './verdict.ts'
import { FaultError } from './verdict.ts'

const isDirectory = (path: string): Promise<boolean> =>
  stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  )

/** A folder is a bundle when it is laid out as a target; any other one is no more readable than a photograph. */
const isTarget = async (path: string): Promise<boolean> => (await isDirectory(path)) && (await isDirectory(join(path, 's')))

/** Opens a file or a target's folder, lets `work` look into it, closes it. What cannot be read at all is the fault `unreadable`. */
export async function withBundle<T>(path: string, work: (bundle: Bundle) => Promise<Verdict<T>>): Promise<Verdict<T>> {
  try {
    return await ((await isTarget(path)) ? withFolder(path, work) : withZip(path, work))
  } catch (error) {
    if (error instanceof FaultError) return { ok: false, faults: [error.fault] }
    throw error
  }
}
