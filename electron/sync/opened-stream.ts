import type { NewerTrust } from '#shared/profile/trust-documents'
import { OpenedPart, OpenReply, TrustPart } from '../intake/intake-task.ts'
import type { IntakeCall } from '../kernel/intake-port.ts'
import type { LeftOut, OpenedBatch } from './opened-batch.ts'

type Faults = Extract<OpenReply, { ok: false }>['faults']

/** What remains to be said when every batch has been handed out. */
export type Ended = { readonly ok: true; readonly leftOut: LeftOut } | { readonly ok: false; readonly faults: Faults }

/**
 * The batches of a bundle as the intake process opens them, while it opens the next: two processors share the work. What waits lies in
 * quarantine, not in memory.
 */
export class OpenedStream {
  private readonly waiting: OpenedBatch[] = []
  private readonly handed = new Set<string>()
  private wake: () => void = () => undefined
  private over = false
  private newer: NewerTrust | null = null
  readonly ended: Promise<Ended>

  constructor(run: (call: Pick<IntakeCall, 'onPart'>) => Promise<unknown>) {
    const reply = run({ onPart: (part) => this.hear(part) })
    this.ended = reply.then((said) => this.end(OpenReply.parse(said))).finally(() => this.close())
    this.ended.catch(() => undefined) // whoever reads on learns of it there
  }

  private hear(part: unknown): void {
    const trust = TrustPart.safeParse(part)
    if (trust.success) this.newer = trust.data.trust
    else this.put(OpenedPart.parse(part))
  }

  /** What follows on the trust that is held; told before the first batch. Null when the bundle is none. */
  async trust(): Promise<NewerTrust | null> {
    await this.something()
    return this.newer
  }

  private put(batch: OpenedBatch): void {
    if (this.handed.has(batch.headHash)) return
    this.handed.add(batch.headHash)
    this.waiting.push(batch)
    this.wake()
  }

  /** A port that knows no parts says everything at the end. */
  private end(reply: OpenReply): Ended {
    if (!reply.ok) return reply
    this.newer ??= reply.value.trust
    for (const batch of reply.value.batches) this.put(batch)
    const { refused, damaged } = reply.value
    return { ok: true, leftOut: { refused, damaged } }
  }

  private close(): void {
    this.over = true
    this.wake()
  }

  private async something(): Promise<void> {
    while (this.waiting.length === 0 && !this.over)
      await new Promise<void>((resolve) => {
        this.wake = resolve
      })
  }

  /** What is there, at least one, at most so many at a time; nothing when all have been handed out. */
  async next(most: number): Promise<OpenedBatch[]> {
    await this.something()
    return this.waiting.splice(0, most)
  }

  get queued(): number {
    return this.waiting.length
  }
}
