import { readFile, stat } from 'node:fs/promises'
import { headPath } from '#shared/kernel/batch-head'
import { parseCanonical } from '#shared/kernel/canonical'
import { checkLine } from '#shared/kernel/check-line'
import type { Line } from '#shared/kernel/line'
import { PROOF_LIMITS, type ProvenBatch, type ProvenLine, RecordProof } from '#shared/sync/proof'
import type { BundleFault } from '#shared/sync/sync-contract'
import { sha256Of } from '../kernel/durable-file.ts'
import { leafHash, verifyInclusion } from '../sync/merkle.ts'
import type { ReadProof } from './intake-task.ts'
import { type FaultCode, faulty, isSystemError, sound, soundUnless, type Verdict } from './verdict.ts'
import { decodeUtf8, parseHead, type SignedHead, verifyHead } from './verify-head.ts'

const isNewer = (value: object): boolean =>
  'type' in value && value.type === 'inspect-batch/proof' && 'v' in value && typeof value.v === 'number' && value.v > 1

const objectIn = (text: string | null): object | null => {
  const value = text?.endsWith('\n') === true ? parseCanonical(text.slice(0, -1)) : undefined
  return typeof value === 'object' ? value : null
}

function parseProof(bytes: Buffer): Verdict<RecordProof> {
  const value = objectIn(decodeUtf8(bytes))
  if (value === null) return faulty('damaged', '')
  if (isNewer(value)) return faulty('needsNewerApp', '')
  const proof = RecordProof.safeParse(value)
  if (proof.success) return sound(proof.data)
  const path = proof.error.issues[0]?.path ?? []
  return faulty('damaged', path.join('/'))
}

/** A head says itself where it stands, so it is looked at under that name. */
function signedHead({ head, sig, key }: ProvenBatch): SignedHead | FaultCode {
  const bytes = Buffer.from(head)
  const place = parseCanonical(head.slice(0, -1)) as
    | { readonly device?: unknown; readonly epoch?: unknown; readonly seq?: unknown }
    | undefined
  const name = headPath({ device: String(place?.device), epoch: String(place?.epoch), seq: Number(place?.seq) })
  const verdict = parseHead(name, bytes)
  if (!verdict.ok) return verdict.faults[0]?.code ?? 'badHead'
  const signed = verifyHead(name, bytes, sig)
  return signed.ok && signed.value.signer === key ? signed.value : 'badSignature'
}

interface Shown {
  readonly line: Line
  readonly head: SignedHead
  /** sha256 of the line. */
  readonly id: string
}

/** The line when it is one of the batch it says it is of; the fault otherwise. */
function shown({ line, batch, index, path }: ProvenLine, heads: readonly SignedHead[]): Shown | FaultCode {
  const head = heads[batch]
  if (head === undefined) return 'missingObject'
  const { device, body } = head.head
  const inclusion = { leaf: leafHash(line), index, size: body.lines, path: path.map((hash) => Buffer.from(hash, 'hex')) }
  if (!verifyInclusion(inclusion, Buffer.from(body.root, 'hex'))) return 'wrongHash'
  const checked = checkLine(line, device)
  if (checked.ok) return { line: checked.value, head, id: sha256Of(line) }
  return checked.problems[0].code === 'line.newer' ? 'needsNewerApp' : 'badLine'
}

/** A proof shows revisions of its record and receipts for its batches; anything else in it would be read as part of the proof. */
function belongs({ line }: Shown, record: string, heads: readonly SignedHead[]): boolean {
  if (line.t === 'rev') return line.rid === record
  if (line.t !== 'receipt') return false
  return heads.some(({ head, headHash }) => headHash === line.head && headPath(head) === headPath(line))
}

const isFault = (value: object | FaultCode): value is FaultCode => typeof value === 'string'
const isGood = <T extends object>(value: T | FaultCode): value is T => !isFault(value)

const faultsIn = (part: string, values: readonly (object | FaultCode)[]): BundleFault[] =>
  values.flatMap((value, index) => (isFault(value) ? [{ code: value, part: `${part}/${String(index)}` }] : []))

const toldOf = ({ line, id, head }: Shown): ReadProof['lines'][number] => ({
  line: id,
  device: line.dev,
  by: line.by,
  at: line.at,
  head: head.headHash,
  epoch: head.head.epoch,
  seq: head.head.seq,
  ...(line.t === 'rev' ? { t: 'rev', kind: line.kind, op: line.op } : { t: 'receipt' }),
})

function verifyLines({ record, lines }: RecordProof, heads: readonly SignedHead[]): Verdict<ReadProof> {
  const read = lines.map((line) => shown(line, heads))
  const judged = read.map((line) => (isFault(line) || belongs(line, record, heads) ? line : 'badLine'))
  const used = new Set(lines.map(({ batch }) => batch))
  const idle = heads.map((head, index) => (used.has(index) ? head : 'foreignEntry'))
  const told = judged.filter(isGood).map(toldOf)
  const none: BundleFault[] = told.some(({ t }) => t === 'rev') ? [] : [{ code: 'missingObject', part: 'lines' }]
  const faults = [...faultsIn('lines', judged), ...faultsIn('batches', idle)]
  return soundUnless(faults.length > 0 ? faults : none, { record, lines: told })
}

function verify(proof: RecordProof): Verdict<ReadProof> {
  const signed = proof.batches.map(signedHead)
  const faults = faultsIn('batches', signed)
  return faults.length > 0 ? soundUnless(faults, { record: proof.record, lines: [] }) : verifyLines(proof, signed.filter(isGood))
}

/** Checks a proof without any key; answers what it shows. Whether a device may be believed is for whoever knows its name. */
export async function verifyProof(file: string): Promise<Verdict<ReadProof>> {
  try {
    if ((await stat(file)).size > PROOF_LIMITS.bytes) return faulty('tooBig', '')
    const proof = parseProof(await readFile(file))
    return proof.ok ? verify(proof.value) : proof
  } catch (error) {
    if (isSystemError(error)) return faulty('unreadable', '')
    throw error
  }
}
