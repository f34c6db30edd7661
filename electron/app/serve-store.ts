import type { Problem } from '#shared/kernel/result'
import { machineFingerprint } from '../kernel/machine.ts'
import { currentRuntime } from '../kernel/runtime.ts'
import { type FromStoreProcess, ToStoreProcess } from '../kernel/store-messages.ts'
import { sinceStart } from '../sync/clock.ts'
import { makeDemoProfiles } from './make-demo-profiles.ts'
import { RelayedIntake } from './relayed-intake.ts'
import { type ServedPort, servePort } from './serve-port.ts'
import { type App, startApp } from './start.ts'

/** Electron's port of a utility process to its parent, as far as it is used. */
export interface ParentPort {
  readonly on: (event: 'message', listener: (event: { readonly data: unknown; readonly ports: readonly ServedPort[] }) => void) => void
  readonly postMessage: (message: FromStoreProcess) => void
}

const plain = (problems: readonly Problem[]): { code: string; path: string; facts: unknown }[] =>
  problems.map(({ code, path, facts }) => ({ code, path, facts }))

class StoreServer {
  private readonly parent: ParentPort
  private readonly intake: RelayedIntake
  private readonly windows = new Set<ServedPort>()
  private app: App | null = null

  constructor(parent: ParentPort) {
    this.parent = parent
    this.intake = new RelayedIntake((message) => {
      parent.postMessage(message)
    })
  }

  take(message: ToStoreProcess, port: ServedPort | undefined): void {
    if ('id' in message) this.intake.take(message)
    else if (message.do === 'open') this.open(message)
    else if (message.do === 'seedDemo') void this.seedDemo(message)
    else if (message.do === 'close') this.close()
    else if (port !== undefined && this.app !== null) this.connect(port, this.app)
  }

  private close(): void {
    this.app?.close()
    this.parent.postMessage({ said: 'closed' })
  }

  private open({ folder, keys, protection }: Extract<ToStoreProcess, { do: 'open' }>): void {
    const changed = (...names: string[]): void => {
      for (const window of this.windows) window.postMessage({ changed: names })
    }
    const started = startApp({
      folder,
      keys,
      protection,
      runtime: currentRuntime(),
      clock: () => new Date(),
      intake: this.intake.run,
      courier: this.intake.courier,
      changed,
      machine: machineFingerprint(),
      sinceStart,
    })
    if (started.ok) this.app = started.value
    this.parent.postMessage({ said: 'opened', problems: started.ok ? [] : plain(started.problems) })
  }

  private connect(port: ServedPort, app: App): void {
    this.windows.add(port)
    servePort(port, app.call)
    port.on('close', () => {
      this.windows.delete(port)
    })
    port.start()
  }

  private async seedDemo(order: Extract<ToStoreProcess, { do: 'seedDemo' }>): Promise<void> {
    const made = await makeDemoProfiles({ ...order, runtime: currentRuntime() }, this.intake.run)
    this.parent.postMessage({ said: 'seeded', problems: made.ok ? [] : plain(made.problems) })
  }
}

/** Serves one profile to the windows that the main process connects. */
export function serveStore(parent: ParentPort): void {
  const server = new StoreServer(parent)
  parent.on('message', ({ data, ports }) => {
    server.take(ToStoreProcess.parse(data), ports[0])
  })
  parent.postMessage({ said: 'ready' })
}
