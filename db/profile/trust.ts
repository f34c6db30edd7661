import { DeviceCard } from '#shared/profile/device-card'
import type { TrustDocument } from '#shared/profile/trust-documents'
import type { ReadDb, WriteDb } from '../kernel/database.ts'

interface Row {
  readonly kind: TrustDocument['kind']
  readonly ver: number
  readonly bytes: string
  readonly signature: string
}

const END = '-----END SSH SIGNATURE-----\n'
const COLUMNS = 'kind, ver, bytes, signature'

/** Several signatures stand one behind the other, as they would in a file. */
const toDocument = ({ signature, ...row }: Row): TrustDocument => ({
  ...row,
  signatures: signature
    .split(END)
    .slice(0, -1)
    .map((armoured) => armoured + END),
})

export function putTrustDocument(db: WriteDb, { kind, ver, bytes, signatures }: TrustDocument): void {
  db.run('INSERT INTO trust_documents (kind, ver, bytes, signature) VALUES (?, ?, ?, ?)', kind, ver, bytes, signatures.join(''))
}

export function getTrustDocument(db: ReadDb, kind: TrustDocument['kind']): TrustDocument | null {
  const row = db.get<Row>(`SELECT ${COLUMNS} FROM trust_documents WHERE kind = ? ORDER BY ver DESC LIMIT 1`, kind)
  return row === undefined ? null : toDocument(row)
}

/** Another text whenever another root or list is in force; null while there is none. Short, as it is asked for every line. */
export function getTrustMark(db: ReadDb): string | null {
  const newest = (kind: TrustDocument['kind']): string =>
    `(SELECT ver || signature FROM trust_documents WHERE kind = '${kind}' ORDER BY ver DESC LIMIT 1)`
  return db.get<{ mark: string | null }>(`SELECT ${newest('root')} || ${newest('list')} AS mark`)?.mark ?? null
}

/** What must travel so that a newcomer can walk the whole way: every root, and the list in force. */
export function listTravellingTrust(db: ReadDb): TrustDocument[] {
  const roots = db.all<Row>(`SELECT ${COLUMNS} FROM trust_documents WHERE kind = 'root' ORDER BY ver`).map(toDocument)
  const list = getTrustDocument(db, 'list')
  return list === null ? roots : [...roots, list]
}

export interface AdmittedCard {
  readonly card: DeviceCard
  readonly standing: 'pinned' | 'listed'
  readonly admittedAt: string
}

export function putAdmittedCard(db: WriteDb, { card, standing, admittedAt }: AdmittedCard): void {
  db.run(
    `INSERT INTO admitted_cards (device, card, standing, admitted_at) VALUES (?, ?, ?, ?)
     ON CONFLICT (device) DO UPDATE SET card = excluded.card, standing = excluded.standing`,
    card.device,
    JSON.stringify(card),
    standing,
    admittedAt,
  )
}

export const listAdmittedCards = (db: ReadDb): AdmittedCard[] =>
  db
    .all<{ card: string; standing: AdmittedCard['standing']; admitted_at: string }>(
      'SELECT card, standing, admitted_at FROM admitted_cards ORDER BY admitted_at, device',
    )
    .map((row) => ({ card: DeviceCard.parse(JSON.parse(row.card)), standing: row.standing, admittedAt: row.admitted_at }))

export interface KeptRow {
  readonly head: string
  readonly device: string
  readonly epoch: string
  readonly seq: number
  readonly reason: 'notEnrolled' | 'revoked' | 'forked'
  readonly bytes: number
  readonly created: string
  readonly arrived: string
}

export function putKeptBatch(db: WriteDb, { head, device, epoch, seq, reason, bytes, created, arrived }: KeptRow): void {
  db.run(
    'INSERT INTO kept_batches (head, device, epoch, seq, reason, bytes, created, arrived) VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING',
    Buffer.from(head, 'hex'),
    device,
    epoch,
    seq,
    reason,
    bytes,
    created,
    arrived,
  )
}

export const removeKeptBatch = (db: WriteDb, head: string): unknown =>
  db.run('DELETE FROM kept_batches WHERE head = ?', Buffer.from(head, 'hex'))

/** What is kept, the streams one after the other, each in its order. */
export const listKeptBatches = (db: ReadDb): KeptRow[] =>
  db
    .all<Omit<KeptRow, 'head'> & { readonly head: Buffer }>('SELECT * FROM kept_batches ORDER BY device, epoch, seq LIMIT 5000')
    .map(({ head, ...row }) => ({ ...row, head: head.toString('hex') }))
