import { join } from 'node:path'
import { MessageChannelMain, type MessagePortMain, type UtilityProcess, utilityProcess, type WebContents } from 'electron'
import type { Problem } from '#shared/kernel/result'
import { FromStoreProcess, type ToStoreProcess } from '../kernel/store-messages.ts'
import { cancelIntake, runIntake } from './intake-process.ts'

type Open = Extract<ToStoreProcess, { do: 'open' }>
type SeedDemo = Extract<ToStoreProcess, { do: 'seedDemo' }>
type Said = FromStoreProcess['said']

/** One store process, serving one profile to any number of windows. */
export class StoreProcess {
  private readonly child: UtilityProcess
  private readonly outFolder: string
  private readonly listeners = new Map<Said, (message: FromStoreProcess) => void>()
  private readonly waitingForEnd: ((code: number) => void)[] = []

  constructor(outFolder: string) {
    this.outFolder = outFolder
    this.child = utilityProcess.fork(join(outFolder, 'store.js'), [], { serviceName: 'xunzhi-store', stdio: 'inherit' })
    this.child.on('message', (raw: unknown) => {
      this.hear(FromStoreProcess.parse(raw))
    })
    this.child.on('exit', (code) => {
      for (const wake of this.waitingForEnd) wake(code)
    })
  }

  private hear(message: FromStoreProcess): void {
    if (message.said === 'intake') runIntake(this.outFolder, message, (reply) => this.tell(reply))
    else if (message.said === 'intakeCancel') cancelIntake(message.id)
    else this.listeners.get(message.said)?.(message)
  }

  private tell(message: ToStoreProcess, ports: MessagePortMain[] = []): void {
    this.child.postMessage(message, ports)
  }

  private once(said: Said): Promise<FromStoreProcess> {
    return new Promise((resolve, reject) => {
      this.listeners.set(said, resolve)
      this.waitingForEnd.push((code) => {
        reject(new Error(`the store process ended (${String(code)})`))
      })
    })
  }

  /** Opens a profile; answers what stands against it, nothing when it is open. */
  async open(order: Omit<Open, 'do'>): Promise<readonly Problem[]> {
    const answer = this.once('opened')
    this.tell({ do: 'open', ...order })
    const said = await answer
    return said.said === 'opened' ? said.problems : []
  }

  async seedDemo(order: Omit<SeedDemo, 'do'>): Promise<readonly Problem[]> {
    const answer = this.once('seeded')
    this.tell({ do: 'seedDemo', ...order })
    const said = await answer
    return said.said === 'seeded' ? said.problems : []
  }

  /** Gives a window a line of its own to the store, past the main process. */
  connect(contents: WebContents): void {
    const { port1, port2 } = new MessageChannelMain()
    this.tell({ do: 'connect' }, [port1])
    contents.postMessage('store-port', null, [port2])
  }

  onEnd(listener: (code: number) => void): void {
    this.waitingForEnd.push(listener)
  }

  /** Checkpoints and ends; what was answered as saved is saved with or without this. */
  async close(): Promise<void> {
    const ended = new Promise<void>((resolve) => {
      this.waitingForEnd.push(() => {
        resolve()
      })
    })
    const closed = this.once('closed').catch(() => undefined)
    this.tell({ do: 'close' })
    await Promise.race([closed, ended])
    this.child.kill()
    await ended
  }
}
