export type SaveState =
  | { readonly is: 'untouched' }
  | { readonly is: 'saving' }
  | { readonly is: 'saved'; readonly at: Date }
  | { readonly is: 'refused'; readonly reason: string }

export interface AutosaveOptions {
  /** Writes the document as it stands at this moment; answers with the reason when it was refused, null when it is safe. */
  readonly write: () => Promise<string | null>
  readonly onState: (state: SaveState) => void
  /** Quiet time after a change before it is written, and the longest a change may wait while typing goes on. */
  readonly wait: number
  readonly maxWait: number
  /** After a refusal (a full disk) it is tried again by itself. */
  readonly retry: number
}

/** One write at a time, the latest content wins, and nothing waits longer than `maxWait`. */
export class Autosave {
  private readonly options: AutosaveOptions
  private timer: ReturnType<typeof setTimeout> | undefined
  private deadline: number | undefined
  private dirty = false
  private inFlight: Promise<void> | null = null
  private stopped = true

  constructor(options: AutosaveOptions) {
    this.options = options
  }

  start(): void {
    this.stopped = false
  }

  /** Something was typed. */
  change(): void {
    if (this.stopped) return
    const now = Date.now()
    this.dirty = true
    this.deadline ??= now + this.options.maxWait
    this.wake(Math.max(0, Math.min(this.options.wait, this.deadline - now)))
  }

  /** Resolves when everything typed so far is written, or was refused; true when it is safe. */
  async flush(): Promise<boolean> {
    clearTimeout(this.timer)
    while (this.inFlight !== null) await this.inFlight
    if (!this.dirty) return true
    await this.begin()
    return !this.dirty
  }

  /** The window is going away: write now, even behind a write that has no answer yet (the port keeps the order). */
  urgent(): void {
    if (!this.dirty) return
    clearTimeout(this.timer)
    this.dirty = false
    void this.options
      .write()
      .catch(reasonOf)
      .then((reason) => {
        this.tell(reason)
        if (reason !== null && !this.stopped) this.wake(this.options.retry)
      })
  }

  /** What was refused stays to be written, and is said loudly. */
  private tell(reason: string | null): void {
    if (reason !== null) this.dirty = true
    this.options.onState(reason === null ? { is: 'saved', at: new Date() } : { is: 'refused', reason })
  }

  stop(): void {
    this.stopped = true
    clearTimeout(this.timer)
  }

  private wake(milliseconds: number): void {
    clearTimeout(this.timer)
    this.timer = setTimeout(() => void this.begin(), milliseconds)
  }

  private begin(): Promise<void> {
    if (this.inFlight !== null) return this.inFlight
    this.dirty = false
    this.deadline = undefined
    this.options.onState({ is: 'saving' })
    this.inFlight = this.options
      .write()
      .catch(reasonOf)
      .then((reason) => this.settle(reason))
    return this.inFlight
  }

  private settle(reason: string | null): void {
    this.inFlight = null
    this.tell(reason)
    if (reason !== null) {
      if (!this.stopped) this.wake(this.options.retry)
    } else if (this.dirty && !this.stopped) this.wake(Math.max(0, Math.min(this.options.wait, (this.deadline ?? 0) - Date.now())))
  }
}

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))
