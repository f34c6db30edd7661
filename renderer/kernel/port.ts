import type { FromStore, Progress, ToStore } from '#shared/kernel/contract'
import type { Result } from '#shared/kernel/result'

export interface AskOptions {
  /** A question that changes nothing may be asked again when the store had to be started anew. */
  readonly again?: boolean
  readonly onProgress?: (progress: Progress) => void
  readonly signal?: AbortSignal
}

interface Waiting {
  readonly message: ToStore
  readonly again: boolean
  readonly resolve: (answer: Result<unknown>) => void
  readonly reject: (error: Error) => void
  readonly onProgress?: ((progress: Progress) => void) | undefined
}

/** The store answered that it broke: our mistake, not the person's. */
export class StoreDefect extends Error {
  override readonly name = 'StoreDefect'
}

/** The profile was closed while the question was on its way. */
export class StoreGone extends Error {
  override readonly name = 'StoreGone'
}

const nameOf = (message: ToStore): string => ('name' in message ? message.name : '')

/** The line to the store: questions with numbers, answers in any order, progress and cancel in between. */
export class StorePort {
  private port: MessagePort | null = null
  /** Whether questions may wait for a port. Between two profiles they must not, or one profile's work would reach the other. */
  private expecting = false
  private nextId = 1
  private readonly waiting = new Map<number, Waiting>()
  private readonly unsent: ToStore[] = []
  private readonly changeListeners = new Set<(names: readonly string[]) => void>()
  private readonly connectListeners = new Set<() => void>()

  /** A port of the open profile. A second one means that the store was started anew: what only asks is asked again. */
  connect(port: MessagePort): void {
    const before = this.port
    before?.close()
    this.port = port
    this.expecting = true
    port.onmessage = (event: MessageEvent<FromStore>) => this.receive(event.data)
    if (before !== null) this.askAgain()
    for (const message of this.unsent.splice(0)) port.postMessage(message)
    for (const listener of this.connectListeners) listener()
  }

  private askAgain(): void {
    for (const [id, { message, again, reject }] of this.waiting) {
      if (again) this.send(message)
      else {
        this.waiting.delete(id)
        reject(new StoreGone(`the store was started anew: ${nameOf(message)}`))
      }
    }
  }

  /** A profile is being opened: questions may wait for its port. */
  expect(): void {
    this.expecting = true
  }

  disconnect(): void {
    this.expecting = false
    this.port?.close()
    this.port = null
    const left = [...this.waiting.values()]
    this.waiting.clear()
    this.unsent.length = 0
    for (const { message, reject } of left) reject(new StoreGone(`the profile was closed: ${nameOf(message)}`))
  }

  onChanged(listener: (names: readonly string[]) => void): () => void {
    this.changeListeners.add(listener)
    return () => this.changeListeners.delete(listener)
  }

  onConnected(listener: () => void): () => void {
    this.connectListeners.add(listener)
    return () => this.connectListeners.delete(listener)
  }

  ask(name: string, input: unknown, { onProgress, signal, again = false }: AskOptions = {}): Promise<Result<unknown>> {
    const id = this.nextId++
    const message: ToStore = { id, name, input }
    if (this.port === null && !this.expecting) return Promise.reject(new StoreGone(`no profile is open: ${name}`))
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { message, again, resolve, reject, onProgress })
      this.send(message)
      signal?.addEventListener('abort', () => this.send({ cancel: id }), { once: true })
    })
  }

  private send(message: ToStore): void {
    if (this.port === null) this.unsent.push(message)
    else this.port.postMessage(message)
  }

  private receive(message: FromStore): void {
    if ('changed' in message) {
      for (const listener of this.changeListeners) listener(message.changed)
      return
    }
    const waiting = this.waiting.get(message.id)
    if (waiting === undefined) return
    if ('progress' in message) {
      waiting.onProgress?.(message.progress)
      return
    }
    this.waiting.delete(message.id)
    if ('defect' in message) waiting.reject(new StoreDefect(message.defect))
    else waiting.resolve(message.answer)
  }
}

export const storePort = new StorePort()

/** Asks for a line to whichever store is open, now and later, and listens for what the preload hands over. */
export function listenForPorts(): void {
  window.addEventListener('message', (event) => {
    const [port] = event.ports
    if (event.source === window && event.data === 'store-port' && port !== undefined) storePort.connect(port)
  })
  window.bridge.requestPort()
}
