import type { AttachmentRef } from '#shared/kernel/line'
import type { RecordState, Review } from '#shared/kernel/record-contract'
import type { Conflict } from '#shared/kernel/view'

/** A record as the core projection holds it; all of it follows from the lines and the batches that carry them. */
export interface RecordRow {
  readonly rid: string
  /** Device of the root line; with `rid` the key of the record. */
  readonly device: string
  readonly kind: string
  readonly state: RecordState
  readonly no: string
  readonly title: string
  readonly region: string
  readonly text: string
  /** When it was first sealed, as claimed. */
  readonly at: string
  readonly by: string
  readonly demo: boolean
  readonly heads: readonly string[]
  readonly doc: { readonly [key: string]: unknown }
  readonly review: Review | null
  readonly attachments: readonly AttachmentRef[]
  readonly conflicts: readonly Conflict[]
  readonly digest: Buffer
}

/** Core projection: revisions with their standing, records with their merged view, the search index, receipts. */
export const CORE_VERSION = 6
export const CORE_TABLES = ['revisions', 'records', 'record_files', 'records_fts', 'receipts']
export const CORE_CREATE = `
CREATE TABLE revisions (
  line   BLOB PRIMARY KEY,
  rid    TEXT NOT NULL,
  device TEXT NOT NULL,
  status TEXT NOT NULL DEFAULT 'held'
) STRICT, WITHOUT ROWID;
CREATE INDEX revisions_by_record ON revisions (rid);
CREATE INDEX revisions_by_status ON revisions (status) WHERE status <> 'effective';
CREATE TABLE records (
  id          INTEGER PRIMARY KEY,
  rid         TEXT NOT NULL,
  device      TEXT NOT NULL,
  kind        TEXT NOT NULL,
  state       TEXT NOT NULL,
  no          TEXT NOT NULL,
  title       TEXT NOT NULL,
  region      TEXT NOT NULL,
  text        TEXT NOT NULL,
  at          TEXT NOT NULL,
  sort_at     INTEGER NOT NULL,
  by          TEXT NOT NULL,
  demo        INTEGER NOT NULL,
  heads       TEXT NOT NULL,
  doc         TEXT NOT NULL,
  review      TEXT,
  attachments TEXT NOT NULL,
  conflicts   TEXT NOT NULL,
  digest      BLOB NOT NULL,
  UNIQUE (rid, device)
) STRICT;
CREATE INDEX records_by_kind ON records (kind, sort_at DESC, rid DESC);
CREATE INDEX records_by_number ON records (kind, no);
CREATE INDEX records_by_device ON records (device, sort_at DESC, rid DESC);
CREATE INDEX records_in_conflict ON records (sort_at DESC, rid DESC) WHERE conflicts <> '[]';
CREATE INDEX records_by_state ON records (kind, state, sort_at DESC, rid DESC);
CREATE TABLE record_files (
  rid    TEXT NOT NULL,
  device TEXT NOT NULL,
  file   TEXT NOT NULL,
  sha256 BLOB NOT NULL,
  slot   TEXT NOT NULL,
  PRIMARY KEY (rid, device, file)
) STRICT, WITHOUT ROWID;
CREATE INDEX record_files_by_content ON record_files (sha256, rid);
CREATE VIRTUAL TABLE records_fts USING fts5 (tokens, content = '', contentless_delete = 1, detail = none, tokenize = 'unicode61');
CREATE TABLE receipts (
  head   BLOB NOT NULL,
  device TEXT NOT NULL,
  at     TEXT NOT NULL,
  PRIMARY KEY (head, device)
) STRICT, WITHOUT ROWID;
`
