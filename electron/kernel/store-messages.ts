import { z } from 'zod'

/** Which process does a task: the one that reads foreign bundles, or the one that speaks with storage. */
export const Script = z.enum(['intake', 'courier'])
export type Script = z.infer<typeof Script>

/** What the main process tells the store process. Ports for windows travel beside `connect`. */
export const ToStoreProcess = z.discriminatedUnion('do', [
  z.object({
    do: z.literal('open'),
    folder: z.string(),
    keys: z.object({ seed: z.string(), identity: z.string(), recipient: z.string() }),
    protection: z.enum(['file', 'sealed']),
  }),
  /** Makes the two demonstration profiles in the given folders and ends. */
  z.object({ do: z.literal('seedDemo'), inspector: z.string(), supervisor: z.string(), temp: z.string() }),
  z.object({ do: z.literal('connect') }),
  z.object({
    do: z.literal('intakeProgress'),
    id: z.int(),
    progress: z.object({ stage: z.string(), done: z.number(), total: z.number() }),
  }),
  z.object({ do: z.literal('intakePart'), id: z.int(), part: z.unknown() }),
  z.object({ do: z.literal('intakeReply'), id: z.int(), reply: z.unknown() }),
  z.object({ do: z.literal('intakeFailed'), id: z.int(), reason: z.string(), code: z.string().optional() }),
  z.object({ do: z.literal('close') }),
])
export type ToStoreProcess = z.infer<typeof ToStoreProcess>

/** What the store process says. `opened` and `seeded` carry the problems, none when it worked. */
export const FromStoreProcess = z.discriminatedUnion('said', [
  z.object({ said: z.literal('ready') }),
  z.object({ said: z.literal('opened'), problems: z.array(z.object({ code: z.string(), path: z.string(), facts: z.unknown() })) }),
  z.object({ said: z.literal('seeded'), problems: z.array(z.object({ code: z.string(), path: z.string(), facts: z.unknown() })) }),
  z.object({ said: z.literal('intake'), id: z.int(), script: Script, task: z.record(z.string(), z.unknown()) }),
  z.object({ said: z.literal('intakeCancel'), id: z.int() }),
  z.object({ said: z.literal('closed') }),
])
export type FromStoreProcess = z.infer<typeof FromStoreProcess>
