import { randomBytes } from 'node:crypto'
import type { Finding } from '#shared/target/target-contract'
import type { ProbeReply, ProbeTask, Trouble } from './courier-task.ts'
import { readFormat } from './format-file.ts'
import type { ProbedTarget } from './target.ts'
import { listAt, putBytes, readAt, type Visit } from './transfer.ts'
import { TroubleError, troubleOf } from './trouble.ts'

/** How far a clock may be off before it is worth a word, in seconds. */
const CLOCK = 120

type Verdict = Finding['verdict']
type Patient = Visit & { readonly target: ProbedTarget }

class Doctor {
  readonly findings: Finding[] = []
  space: string | null = null
  private readonly visit: Patient
  private readonly folder = `probe/${randomBytes(8).toString('hex')}`
  private readonly bytes = randomBytes(1000)

  constructor(visit: Patient) {
    this.visit = visit
  }

  private find(probe: Finding['probe'], verdict: Verdict, facts: Finding['facts'] = {}): void {
    this.findings.push({ probe, verdict, facts })
  }

  /** Each step rests on the ones before it, so the first that fails ends the visit. */
  async run(own: string): Promise<void> {
    this.space = await readFormat(this.visit)
    this.find('reachable', 'ok')
    this.find('signIn', 'ok')
    const other = this.space !== null && own !== '' && this.space !== own
    this.find('format', other ? 'wrong' : 'ok', { space: this.space })
    if (other) throw new TroubleError({ kind: 'otherSpace', space: this.space ?? '' })
    const file = `${this.folder}/a.bin`
    try {
      await this.write(file)
      await this.overwriting(file)
      await this.reading(file)
    } finally {
      await this.visit.target.discard(file)
      await this.visit.target.discard(this.folder)
    }
    await this.circumstances()
  }

  private async write(file: string): Promise<void> {
    const outcome = await putBytes(this.visit, file, this.bytes)
    this.find('create', outcome === 'different' ? 'wrong' : 'ok')
    const read = await readAt(this.visit, file, 2 * this.bytes.length)
    this.find('readBack', Buffer.isBuffer(read) && read.equals(this.bytes) ? 'ok' : 'wrong')
  }

  /** Nothing rests on these: every name is written by one device only. They are told so that a person knows the storage. */
  private async overwriting(file: string): Promise<void> {
    const { target } = this.visit
    for (const [probe, way] of [
      ['refusesOverwrite', 'publish'],
      ['conditionalCreate', 'conditional'],
    ] as const) {
      const outcome = await target.overwrite(file, randomBytes(100), way).catch(() => 'unsupported' as const)
      this.find(probe, outcome === 'refused' ? 'ok' : 'harmless', { outcome })
      if (outcome === 'taken') await target.discard(file)
      await putBytes(this.visit, file, this.bytes)
    }
  }

  private async reading(file: string): Promise<void> {
    const { target } = this.visit
    const part = await target.get(file, { from: 10, to: 19 }).then(collect, () => null)
    this.find('ranges', part?.equals(this.bytes.subarray(10, 20)) === true ? 'ok' : 'harmless')
    const names = (await listAt(this.visit, this.folder)).map(({ name }) => name)
    this.find('list', names.includes('a.bin') ? 'ok' : 'harmless', { names: names.length })
    const upper = await target.stat(`${this.folder}/A.BIN`).catch(() => null)
    this.find('caseSensitive', upper === null ? 'ok' : 'harmless')
  }

  private async circumstances(): Promise<void> {
    const { target } = this.visit
    const offset = target.clockOffset()
    this.find('clock', offset === null || Math.abs(offset) <= CLOCK ? 'ok' : 'harmless', { offset })
    const free = await target.space()
    this.find('space', free === 0 ? 'wrong' : 'ok', { free })
  }
}

const collect = async (chunks: AsyncIterable<Uint8Array> | null): Promise<Buffer | null> => {
  const parts: Uint8Array[] = []
  for await (const chunk of chunks ?? []) parts.push(chunk)
  return chunks === null ? null : Buffer.concat(parts)
}

/** What stopped the doctor is the finding of the step it was at. */
function stoppedAt(doctor: Doctor, trouble: Trouble): Finding | null {
  if (trouble.kind === 'otherSpace') return null
  if (trouble.kind === 'unreachable') return { probe: 'reachable', verdict: 'wrong', facts: { reason: trouble.reason } }
  if (trouble.kind === 'signIn') return { probe: 'signIn', verdict: 'wrong', facts: { reason: trouble.reason } }
  return { probe: 'create', verdict: 'wrong', facts: { kind: trouble.kind, step: doctor.findings.length } }
}

/** The doctor: tries once what the product will do, and what storages are known to do otherwise. Removes what it wrote where it may. */
export async function probeTarget(visit: Patient, { space }: ProbeTask): Promise<ProbeReply> {
  const doctor = new Doctor(visit)
  const trouble = await doctor.run(space).then((): Trouble | null => null, troubleOf)
  const last = trouble === null ? null : stoppedAt(doctor, trouble)
  const findings = doctor.findings.filter(({ probe }) => probe !== last?.probe)
  return { findings: last === null ? findings : [...findings, last], space: doctor.space, trouble }
}
