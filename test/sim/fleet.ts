import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Random, randomFrom } from '#electron/app/seed-random'
import type { App } from '#electron/app/start'
import type { Answer, Input, MethodName } from '#shared/app/contract'
import type { Result } from '#shared/kernel/result'
import type { Role } from '#shared/kernel/self'
import { done, meet, newDevice, openDevice } from './device.ts'

/** A person with a laptop. The clock of the laptop is off by so many milliseconds. */
export interface Member {
  readonly name: string
  readonly role: Role
  readonly folder: string
  /** Which computer it is. */
  readonly machine: string
  app: App
  off: number
  /** A copy of the profile folder, as a careful or a careless person makes it. */
  copy: string | null
  /** From now on nothing of this laptop counts. */
  revoked: boolean
}

/** A file on somebody's stick. */
export interface Bundle {
  readonly file: string
  readonly from: Member
  /** A supervisor has read it, and keeps the file. */
  kept: boolean
}

/** Memory where there is some: a simulation asks nothing of the disk, and the kills are in test/crash. */
const room = (): string => (existsSync('/dev/shm') ? '/dev/shm' : tmpdir())

const START = new Date('2026-11-22T10:00:00+08:00').getTime()

/** All laptops of an office, and the sticks between them; what happens follows from the seed. */
export class Fleet {
  readonly random: Random
  readonly folder = mkdtempSync(join(room(), 'xunzhi-sim-'))
  readonly members: Member[] = []
  readonly bundles: Bundle[] = []
  /** Files that only a supervisor has any more: nobody else reads them until everybody meets. */
  readonly archive: Bundle[] = []
  /** What happened, by name and outcome, and what must not have. */
  readonly counts = new Map<string, number>()
  readonly complaints: string[] = []
  private time = START
  private number = 0

  constructor(seed: number) {
    this.random = randomFrom(seed)
    mkdirSync(join(this.folder, 'sticks'))
  }

  get supervisors(): readonly Member[] {
    return this.members.filter(({ role }) => role === 'supervisor')
  }

  get inspectors(): readonly Member[] {
    return this.members.filter(({ role }) => role !== 'supervisor')
  }

  /** A number nobody has had. */
  next(): number {
    this.number += 1
    return this.number
  }

  pass(seconds: number): void {
    this.time += seconds * 1000
  }

  private clockOf(member: Pick<Member, 'off'>): () => Date {
    return () => new Date(this.time + member.off)
  }

  /** A new laptop. Its person has met the supervisor who keeps the list; who else belongs to the office travels with the packs. */
  async join(role: Role): Promise<Member> {
    const name = `${role === 'supervisor' ? '主任' : '检查员'}${String(this.next())}`
    const folder = join(this.folder, `laptop-${String(this.next())}`)
    const clock = { off: 0 }
    const machine = `machine-${String(this.next())}`
    const app = await newDevice({ folder, role, name, clock: this.clockOf(clock), machine })
    const member: Member = Object.assign(clock, { name, role, folder, machine, app, copy: null, revoked: false })
    const [founder] = this.supervisors
    if (founder === undefined) await done(app, 'profile.initTrust', {})
    else await meet(app, founder.app)
    this.members.push(member)
    return member
  }

  /** Switches a laptop off and on again; meanwhile something may happen to its folder. */
  restart(member: Member, meanwhile: () => void = () => undefined): void {
    member.app.close()
    meanwhile()
    member.app = openDevice(member.folder, this.clockOf(member), member.machine)
  }

  /** Somebody puts a copy of a laptop's folder on another computer, and works on both. */
  clone(member: Member, copy: string): Member {
    const folder = join(this.folder, `laptop-${String(this.next())}`)
    cpSync(copy, folder, { recursive: true })
    const machine = `machine-${String(this.next())}`
    const clock = { off: 0 }
    const app = openDevice(folder, this.clockOf(clock), machine)
    const clone: Member = Object.assign(clock, { ...member, ...clock, folder, machine, app, copy: null })
    this.members.push(clone)
    return clone
  }

  count(what: string): void {
    this.counts.set(what, (this.counts.get(what) ?? 0) + 1)
  }

  /** Asks a laptop; a refusal that nobody expects is a complaint. */
  async ask<N extends MethodName>(
    { app, name }: Pick<Member, 'app' | 'name'>,
    method: N,
    input: Input<N>,
    expected: readonly string[] = [],
  ): Promise<Extract<Answer<N>, { ok: true }>['value'] | null> {
    const answer = (await app.call(method, input)) as Result<never>
    if (answer.ok) return answer.value
    const { code } = answer.problems[0]
    this.count(`${method} ${code}`)
    if (!expected.includes(code)) this.complaints.push(`${method} at ${name} is refused: ${JSON.stringify(answer.problems)}`)
    return null
  }

  newStick(): string {
    return join(this.folder, 'sticks', `${String(this.next())}.ibz`)
  }

  end(): void {
    for (const { app } of this.members) app.close()
    rmSync(this.folder, { recursive: true, force: true })
  }
}
