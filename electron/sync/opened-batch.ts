import type { OpenReply } from '../intake/intake-task.ts'

type Opened = Extract<OpenReply, { ok: true }>['value']

/** A batch in quarantine that its device signed, that is for us, and whose lines hold what lines must hold. */
export type OpenedBatch = Opened['batches'][number]

/** What else was in the bundle, and why it is not taken. */
export type LeftOut = Pick<Opened, 'refused' | 'damaged'>
