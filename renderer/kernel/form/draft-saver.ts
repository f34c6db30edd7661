import type { FieldValues, UseFormReturn } from 'react-hook-form'
import type { Problem } from '#shared/kernel/result'
import { records } from '../record-store'
import { tellWorkState } from '../work-state'
import { Autosave, type SaveState } from './autosave'
import { compact } from './editable'

/** A change is written 300 ms after the last stroke, and after 600 ms even when the strokes do not stop. */
const TIMING = { wait: 300, maxWait: 600, retry: 3000 }

export interface Saved {
  readonly state: SaveState
  /** Whether the store has this draft; opening a new document alone makes none. */
  readonly exists: boolean
}

export interface SaverOptions<V extends FieldValues> {
  readonly id: string
  readonly kind: string
  readonly form: UseFormReturn<V>
  /** When the draft in the store was saved; null for a document that was only opened. */
  readonly savedAt: string | null
  /** After every write, to ask again what depends on the draft. */
  readonly onWritten?: (() => void) | undefined
}

/** Keeps the draft of one form in the store: the whole content as it stands, and the field that has the cursor. */
export class DraftSaver<V extends FieldValues = FieldValues> {
  /** The words for a refusal, in the language in use. */
  private say: (problem: Problem) => string = ({ code }) => code
  private readonly options: SaverOptions<V>
  private readonly autosave: Autosave
  private readonly listeners = new Set<() => void>()
  private cursor = ''
  /** The content as it was last sent to the store. */
  private written: string
  private now: Saved

  constructor(options: SaverOptions<V>) {
    const { savedAt } = options
    this.options = options
    this.written = this.content()
    this.now = { exists: savedAt !== null, state: savedAt === null ? { is: 'untouched' } : { is: 'saved', at: new Date(savedAt) } }
    this.autosave = new Autosave({ write: () => this.write(), onState: (state) => this.tell({ state }), ...TIMING })
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  readonly saved = (): Saved => this.now

  /** Follows the form until the answer is called; what is still unsaved then is sent on its way. */
  readonly start = (): (() => void) => {
    this.autosave.start()
    const stopListening = this.options.form.subscribe({
      formState: { values: true },
      callback: ({ values }) => {
        if (JSON.stringify(compact(values)) !== this.written) this.autosave.change()
      },
    })
    const leave = (): void => this.autosave.urgent()
    const hide = (): void => void (document.visibilityState === 'hidden' && this.autosave.flush())
    window.addEventListener('pagehide', leave)
    window.addEventListener('blur', leave)
    document.addEventListener('visibilitychange', hide)
    return () => {
      stopListening()
      leave()
      this.autosave.stop()
      window.removeEventListener('pagehide', leave)
      window.removeEventListener('blur', leave)
      document.removeEventListener('visibilitychange', hide)
    }
  }

  speak(say: (problem: Problem) => string): void {
    this.say = say
  }

  readonly flush = (): Promise<boolean> => this.autosave.flush()

  /** Makes the draft even though nothing was typed yet: a photo came first, or it is checked or sealed as it is. */
  readonly ensure = (): Promise<boolean> => {
    if (!this.now.exists) this.autosave.change()
    return this.autosave.flush()
  }

  /** The store holds this content already; it is not written again. */
  taken(doc: unknown): void {
    this.written = JSON.stringify(compact(doc))
    this.tell({ exists: true })
  }

  /** The draft became a sealed record, or was put away: nothing of it is written any more. */
  readonly leaveAlone = (): void => this.autosave.stop()

  readonly moveCursor = (pointer: string): void => {
    if (this.cursor === pointer) return
    this.cursor = pointer
    if (this.now.exists) this.autosave.change()
  }

  private content(): string {
    return JSON.stringify(compact(this.options.form.getValues()))
  }

  private async write(): Promise<string | null> {
    const { id, kind, onWritten } = this.options
    const content = this.content()
    this.written = content // from here on, going back to what was before is a change again
    const answer = await records.call('record.saveDraft', { id, kind, doc: JSON.parse(content), cursor: this.cursor })
    if (!answer.ok) return this.say(answer.problems[0])
    this.tell({ exists: true })
    onWritten?.()
    return null
  }

  private tell(change: Partial<Saved>): void {
    this.now = { ...this.now, ...change }
    if (change.state !== undefined && change.state.is !== 'untouched') tellWorkState(change.state)
    for (const listener of this.listeners) listener()
  }
}
