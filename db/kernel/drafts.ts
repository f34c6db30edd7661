import type { AttachmentRef } from '#shared/kernel/line'
import type { ReadDb, WriteDb } from './database.ts'

/** Unfinished work: a row, not a line. Durable with the statement that writes it. */
export interface Draft {
  readonly id: string
  readonly kind: string
  readonly doc: { readonly [key: string]: unknown }
  readonly attachments: readonly AttachmentRef[]
  readonly cursor: string
  readonly createdAt: string
  readonly savedAt: string
  readonly discarded: boolean
}

interface Row {
  readonly id: string
  readonly kind: string
  readonly doc: string
  readonly attachments: string
  readonly cursor: string
  readonly created_at: string
  readonly saved_at: string
  readonly discarded_at: string | null
}

const toDraft = (row: Row): Draft => ({
  id: row.id,
  kind: row.kind,
  doc: JSON.parse(row.doc) as Draft['doc'],
  attachments: JSON.parse(row.attachments) as AttachmentRef[],
  cursor: row.cursor,
  createdAt: row.created_at,
  savedAt: row.saved_at,
  discarded: row.discarded_at !== null,
})

export function getDraft(db: ReadDb, id: string): Draft | null {
  const row = db.get<Row>('SELECT * FROM drafts WHERE id = ?', id)
  return row === undefined ? null : toDraft(row)
}

export const listDrafts = (db: ReadDb, discarded: boolean): Draft[] =>
  db.all<Row>(`SELECT * FROM drafts WHERE discarded_at IS ${discarded ? 'NOT' : ''} NULL ORDER BY saved_at DESC LIMIT 200`).map(toDraft)

export const countDraftsOf = (db: ReadDb, kind: string): number =>
  db.get<{ n: number }>('SELECT count(*) AS n FROM drafts WHERE discarded_at IS NULL AND kind = ?', kind)?.n ?? 0

export const countDrafts = (db: ReadDb): number =>
  db.get<{ n: number }>('SELECT count(*) AS n FROM drafts WHERE discarded_at IS NULL')?.n ?? 0

export interface DraftWrite {
  readonly id: string
  readonly kind: string
  readonly doc: unknown
  readonly cursor: string
  readonly at: string
}

/** Writes the whole draft; the same id is the same draft, however often it is saved. */
export function saveDraft(db: WriteDb, draft: DraftWrite): void {
  db.run(
    `INSERT INTO drafts (id, kind, doc, cursor, created_at, saved_at) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET doc = excluded.doc, cursor = excluded.cursor, saved_at = excluded.saved_at, discarded_at = NULL`,
    draft.id,
    draft.kind,
    JSON.stringify(draft.doc),
    draft.cursor,
    draft.at,
    draft.at,
  )
}

export function saveDraftAttachments(db: WriteDb, id: string, attachments: readonly AttachmentRef[], at: string): void {
  db.run('UPDATE drafts SET attachments = ?, saved_at = ? WHERE id = ?', JSON.stringify(attachments), at, id)
}

export function setDraftDiscarded(db: WriteDb, id: string, at: string | null): void {
  db.run('UPDATE drafts SET discarded_at = ? WHERE id = ?', at, id)
}

/** Only after its revision is in the log, in the same transaction. */
export function removeSealedDraft(db: WriteDb, id: string): void {
  db.run('DELETE FROM drafts WHERE id = ?', id)
}
