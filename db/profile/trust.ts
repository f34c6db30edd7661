import { DeviceCard } from '#shared/profile/device-card'
import type { ReadDb, WriteDb } from '../kernel/database.ts'

export interface TrustDocument {
  readonly kind: 'root' | 'list'
  readonly ver: number
  readonly bytes: string
  readonly signature: string
}

export function putTrustDocument(db: WriteDb, document: TrustDocument): void {
  db.run(
    'INSERT INTO trust_documents (kind, ver, bytes, signature) VALUES (?, ?, ?, ?)',
    document.kind,
    document.ver,
    document.bytes,
    document.signature,
  )
}

export function getTrustDocument(db: ReadDb, kind: TrustDocument['kind']): TrustDocument | null {
  return (
    db.get<TrustDocument>('SELECT kind, ver, bytes, signature FROM trust_documents WHERE kind = ? ORDER BY ver DESC LIMIT 1', kind) ?? null
  )
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

export const isAdmittedSupervisor = (db: ReadDb, device: string): boolean =>
  db.get("SELECT 1 FROM admitted_cards WHERE device = ? AND card ->> '$.role' = 'supervisor'", device) !== undefined
