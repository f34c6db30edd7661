import { cpSync, readFileSync, rmSync, truncateSync } from 'node:fs'
import { syntheticUscc } from '#electron/app/seed-uscc'
import type { RecordSummary } from '#shared/kernel/record-contract'
import { aCompleteSheet } from '../spot-check/a-sheet.ts'
import type { Bundle, Fleet, Member } from './fleet.ts'

/** Something that happens; answers nothing when there was nothing to do it to. */
export interface Event {
  readonly weight: number
  readonly run: (fleet: Fleet) => Promise<unknown>
}

type Doc = { readonly [key: string]: unknown }
const KINDS = ['enterprise', 'samplingSheet'] as const

/** Ids of a run follow from its seed. */
const recordId = (fleet: Fleet): string => `0193a000-0000-7000-8000-${fleet.next().toString(16).padStart(12, '0')}`

function newDoc(fleet: Fleet, kind: (typeof KINDS)[number]): Doc {
  const n = fleet.next()
  if (kind === 'enterprise')
    return {
      name: `重庆示范${String(n)}号厂`,
      uscc: syntheticUscc('91', '500103', 7, n),
      region: '500103',
      address: `民族路 ${String(n)} 号`,
    }
  return aCompleteSheet({ head: { no: `CQ-500103-20261122-abcd-${String(n).padStart(6, '0')}` } })
}

/** One of the fields that people get wrong, set to something new or to what somebody else may choose as well. */
function changed(fleet: Fleet, kind: string, doc: Doc): Doc {
  const { random } = fleet
  const value = `${random.pick(['甲方', '乙方', '丙方'])}${random.chance(0.5) ? '' : String(fleet.next())}`
  if (kind === 'enterprise') return { ...doc, [random.pick(['name', 'address', 'contact'])]: value }
  const product = { ...(doc['product'] as Doc), [random.pick(['lotNo', 'model'])]: value }
  return random.chance(0.7) ? { ...doc, product } : { ...doc, remarks: value }
}

const photo = (n: number): Uint8Array<ArrayBuffer> => new Uint8Array(600).map((_, at) => [0xff, 0xd8, 0xff][at] ?? (at * n) % 251)

async function someRecords(fleet: Fleet, member: Member): Promise<RecordSummary[]> {
  const found = await fleet.ask(member, 'record.list', { kind: fleet.random.chance(0.7) ? 'enterprise' : 'samplingSheet', limit: 20 })
  return (found?.items ?? []).filter(({ by, state }) => state !== 'void' && (member.role === 'supervisor' || by === member.name))
}

async function someRecord(fleet: Fleet, member: Member): Promise<RecordSummary | null> {
  const own = await someRecords(fleet, member)
  return own.length === 0 ? null : fleet.random.pick(own)
}

async function someDraft(fleet: Fleet, member: Member): Promise<RecordSummary | null> {
  const drafts = (await fleet.ask(member, 'record.listDrafts', {})) ?? []
  return drafts.length === 0 ? null : fleet.random.pick(drafts)
}

/** A clock ten years back is before the day of the sampling. */
const WRONG_CLOCK = ['spotCheck.dateInFuture', 'field.invalid']
const TAKEN = ['enterprise.duplicateUscc', 'spotCheck.numberTaken', 'spotCheck.repeated']

async function seal(fleet: Fleet, member: Member): Promise<unknown> {
  const [kind, id] = [fleet.random.chance(0.75) ? 'enterprise' : 'samplingSheet', recordId(fleet)] as const
  await fleet.ask(member, 'record.saveDraft', { id, kind, doc: newDoc(fleet, kind) })
  if (fleet.random.chance(0.2))
    await fleet.ask(member, 'attachment.add', { record: id, kind, slot: 'scene', name: '现场.jpg', bytes: photo(fleet.next()) })
  return fleet.ask(member, 'record.submit', { id }, [...WRONG_CLOCK, ...TAKEN])
}

async function correctAs(fleet: Fleet, member: Member, id: string): Promise<unknown> {
  const record = await fleet.ask(member, 'record.get', { id })
  if (record === null) return null
  const doc = changed(fleet, record.kind, record.doc)
  return fleet.ask(member, 'record.correct', { id, doc, reason: '更正' }, [...WRONG_CLOCK, ...TAKEN, 'record.openConflict'])
}

async function correct(fleet: Fleet, member: Member): Promise<unknown> {
  const record = await someRecord(fleet, member)
  return record === null ? null : correctAs(fleet, member, record.id)
}

/** What may stand against a bundle that is otherwise sound: it is not for this laptop, or comes from somebody it does not know. */
export const NOT_FOR_ME = ['sync.bundleRefused']

export async function deliver(fleet: Fleet, bundle: Bundle, to: Member): Promise<unknown> {
  const reports = await fleet.ask(to, 'sync.import', { file: bundle.file, massChange: true }, NOT_FOR_ME)
  if (reports !== null && to.role === 'supervisor') bundle.kept = true
  return reports
}

export async function pack(fleet: Fleet, from: Member, again: object = {}): Promise<Bundle | null> {
  const file = fleet.newStick()
  const made = await fleet.ask(from, 'sync.makeBatch', { to: file, ...again }, ['sync.nothingToPack', 'sync.noRecipient'])
  if (made === null) return null
  const bundle: Bundle = { file, from, kept: false }
  fleet.bundles.push(bundle)
  return bundle
}

/** A file of which only the beginning was copied is refused, and not a row is written. */
async function halfCopy(fleet: Fleet): Promise<unknown> {
  if (fleet.bundles.length === 0) return null
  const { file } = fleet.random.pick(fleet.bundles)
  const [copy, to] = [fleet.newStick(), fleet.random.pick(fleet.members)]
  cpSync(file, copy)
  truncateSync(copy, Math.floor(readFileSync(file).length * fleet.random.next() * 0.99))
  const count = (): unknown =>
    to.app.world.db.get('SELECT (SELECT count(*) FROM lines) AS lines, (SELECT count(*) FROM batches) AS batches')
  const before = JSON.stringify(count())
  const answer = await to.app.call('sync.import', { file: copy })
  if (answer.ok) fleet.complaints.push(`half a bundle was taken by ${to.name}`)
  if (JSON.stringify(count()) !== before) fleet.complaints.push(`half a bundle left rows at ${to.name}`)
  rmSync(copy)
  return answer
}

/** Whom a bundle is for, most of the time; now and then it is put into the wrong laptop. */
function receiver(fleet: Fleet, { from }: Bundle): Member {
  const { random } = fleet
  if (random.chance(0.1)) return anyone(fleet)
  return random.pick(from.role === 'supervisor' ? fleet.members.filter((member) => member !== from) : fleet.supervisors)
}

function someBundle(fleet: Fleet, of: readonly Bundle[]): Promise<unknown> {
  if (of.length === 0) return Promise.resolve(null)
  const bundle = fleet.random.pick(of)
  return deliver(fleet, bundle, receiver(fleet, bundle))
}

const anyone = (fleet: Fleet): Member => fleet.random.pick(fleet.members)
const YEARS = 10 * 365 * 86_400_000

export const events: Readonly<Record<string, Event>> = {
  'save a draft': {
    weight: 10,
    run: async (fleet) => {
      const member = anyone(fleet)
      const draft = await someDraft(fleet, member)
      const kind = draft?.kind ?? fleet.random.pick(KINDS)
      const id = draft?.id ?? recordId(fleet)
      return fleet.ask(member, 'record.saveDraft', { id, kind, doc: newDoc(fleet, kind as (typeof KINDS)[number]) })
    },
  },
  'submit a draft': {
    weight: 6,
    run: async (fleet) => {
      const member = anyone(fleet)
      const draft = await someDraft(fleet, member)
      return draft === null ? null : fleet.ask(member, 'record.submit', { id: draft.id }, [...WRONG_CLOCK, ...TAKEN])
    },
  },
  'seal a new record': { weight: 12, run: (fleet) => seal(fleet, anyone(fleet)) },
  'add a photo': {
    weight: 4,
    run: async (fleet) => {
      const member = anyone(fleet)
      const draft = await someDraft(fleet, member)
      if (draft === null) return null
      const { id: record, kind } = draft
      const bytes = photo(fleet.random.between(1, 40))
      return fleet.ask(member, 'attachment.add', { record, kind, name: '照片.jpg', bytes }, ['attachment.tooMany', 'record.sealed'])
    },
  },
  'correct a record': { weight: 20, run: (fleet) => correct(fleet, anyone(fleet)) },
  'two correct the same record': {
    weight: 6,
    run: async (fleet) => {
      const [inspector, supervisor] = [fleet.random.pick(fleet.inspectors), fleet.random.pick(fleet.supervisors)]
      const there = new Set((await someRecords(fleet, supervisor)).map(({ id }) => id))
      const both = (await someRecords(fleet, inspector)).filter(({ id }) => there.has(id))
      if (both.length === 0) return null
      const { id } = fleet.random.pick(both)
      await correctAs(fleet, inspector, id)
      return correctAs(fleet, supervisor, id)
    },
  },
  'review a record': {
    weight: 8,
    run: async (fleet) => {
      const member = fleet.random.pick(fleet.supervisors)
      const record = await someRecord(fleet, member)
      const verdict = fleet.random.pick(['approved', 'returned'] as const)
      return record === null
        ? null
        : fleet.ask(member, 'record.review', { id: record.id, verdict, remarks: '看过' }, ['record.openConflict'])
    },
  },
  'void a record': {
    weight: 1,
    run: async (fleet) => {
      const member = anyone(fleet)
      const record = await someRecord(fleet, member)
      return record === null ? null : fleet.ask(member, 'record.void', { id: record.id, reason: '重复' }, ['record.openConflict'])
    },
  },
  'pack to a stick': { weight: 6, run: (fleet) => pack(fleet, anyone(fleet)) },
  'lose a stick': {
    weight: 2,
    run: (fleet) => {
      const [lost] = fleet.bundles.length === 0 ? [] : fleet.bundles.splice(fleet.random.between(0, fleet.bundles.length - 1), 1)
      if (lost?.kept === true) fleet.archive.push(lost)
      else if (lost !== undefined) rmSync(lost.file)
      return Promise.resolve(lost)
    },
  },
  'import a bundle, in any order, again and again': { weight: 14, run: (fleet) => someBundle(fleet, fleet.bundles.slice(-12)) },
  'import an old bundle again': { weight: 2, run: (fleet) => someBundle(fleet, fleet.bundles) },
  'half a copy': { weight: 3, run: halfCopy },
  'switch off and on': { weight: 1, run: (fleet) => Promise.resolve(fleet.restart(anyone(fleet))) },
  'a clock jumps': {
    weight: 1,
    run: (fleet) => {
      anyone(fleet).off = fleet.random.pick([0, YEARS, -YEARS, fleet.random.between(-86_400_000, 86_400_000)])
      return Promise.resolve('jumped')
    },
  },
  'somebody new joins': {
    weight: 1,
    run: (fleet) => (fleet.members.length >= 30 ? Promise.resolve(null) : fleet.join('inspector')),
  },
}
