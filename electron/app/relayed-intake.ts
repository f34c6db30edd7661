import type { Progress } from '#shared/kernel/contract'
import type { IntakeCall, RunIntake } from '../kernel/intake-port.ts'
import type { FromStoreProcess, Script, ToStoreProcess } from '../kernel/store-messages.ts'

interface Waiting {
  readonly resolve: (reply: unknown) => void
  readonly reject: (error: Error) => void
  readonly onProgress?: ((progress: Progress) => void) | undefined
  readonly onPart?: ((part: unknown) => void) | undefined
}

type IntakeMessage = Extract<ToStoreProcess, { id: number }>

/** Asks the main process, the only one that may start utility processes, to run tasks of the intake and of the courier. */
export class RelayedIntake {
  private readonly waiting = new Map<number, Waiting>()
  private readonly say: (message: FromStoreProcess) => void
  private last = 0

  constructor(say: (message: FromStoreProcess) => void) {
    this.say = say
  }

  run: RunIntake = (task, call) => this.ask('intake', task, call)

  courier: RunIntake = (task, call) => this.ask('courier', task, call)

  private ask(script: Script, task: object, { onProgress, onPart, signal }: IntakeCall): Promise<unknown> {
    signal?.throwIfAborted()
    const id = ++this.last
    signal?.addEventListener('abort', () => {
      this.say({ said: 'intakeCancel', id })
    })
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve, reject, onProgress, onPart })
      this.say({ said: 'intake', id, script, task: { ...task } })
    })
  }

  take(message: IntakeMessage): void {
    const waiting = this.waiting.get(message.id)
    if (waiting === undefined) return
    if (message.do === 'intakeProgress') {
      waiting.onProgress?.(message.progress)
      return
    }
    if (message.do === 'intakePart') {
      waiting.onPart?.(message.part)
      return
    }
    this.waiting.delete(message.id)
    if (message.do === 'intakeReply') waiting.resolve(message.reply)
    else waiting.reject(Object.assign(new Error(message.reason), message.code === undefined ? {} : { code: message.code }))
  }
}
