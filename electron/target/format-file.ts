import { z } from 'zod'
import { canonical } from '#shared/kernel/canonical'
import { Space } from '#shared/kernel/ids'
import { TargetError } from './target.ts'
import { putBytes, readAt, type Visit } from './transfer.ts'

const PATH = 'format.json'
const Format = z.object({ format: z.literal('inspect-sync'), v: z.int(), space: Space })

/** Whose storage this is; null when nobody has written it yet. A storage of a later layout is none for us. */
export async function readFormat(visit: Visit): Promise<string | null> {
  const bytes = await readAt(visit, PATH, 4096)
  if (bytes === null) return null
  const parsed = bytes === 'tooBig' ? null : Format.safeParse(jsonOf(bytes))
  if (parsed?.success !== true || parsed.data.v !== 1) throw new TargetError('notAStorage', PATH)
  return parsed.data.space
}

function jsonOf(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'))
  } catch {
    return null
  }
}

/** Writes it once; a device that does not know its organisation yet leaves that to others. Answers the space that holds afterwards. */
export async function claim(visit: Visit, space: string): Promise<string> {
  const found = await readFormat(visit)
  if (found !== null || space === '') return found ?? ''
  await putBytes(visit, PATH, Buffer.from(`${canonical({ format: 'inspect-sync', v: 1, space })}\n`))
  return (await readFormat(visit)) ?? space
}
