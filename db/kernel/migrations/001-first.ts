/** What cannot be rebuilt: lines, the journal, drafts, batches, trust. Everything else is a projection. */
export const first = `
CREATE TABLE lines (
  seq   INTEGER PRIMARY KEY,
  id    BLOB NOT NULL UNIQUE,
  type  TEXT NOT NULL,
  bytes TEXT NOT NULL,
  batch BLOB
) STRICT;
CREATE INDEX lines_by_type ON lines (type, seq);
CREATE TRIGGER lines_never_change BEFORE UPDATE ON lines BEGIN SELECT raise(ABORT, 'a line never changes'); END;
CREATE TRIGGER lines_never_go BEFORE DELETE ON lines BEGIN SELECT raise(ABORT, 'a line is never deleted'); END;

CREATE TABLE journal (
  seq   INTEGER PRIMARY KEY AUTOINCREMENT,
  line  BLOB NOT NULL UNIQUE REFERENCES lines (id),
  chain BLOB NOT NULL
) STRICT;
CREATE TRIGGER journal_never_changes BEFORE UPDATE ON journal BEGIN SELECT raise(ABORT, 'the journal never changes'); END;
CREATE TRIGGER journal_never_shrinks BEFORE DELETE ON journal BEGIN SELECT raise(ABORT, 'the journal never shrinks'); END;

CREATE TABLE drafts (
  id           TEXT PRIMARY KEY,
  kind         TEXT NOT NULL,
  doc          TEXT NOT NULL,
  attachments  TEXT NOT NULL DEFAULT '[]',
  cursor       TEXT NOT NULL DEFAULT '',
  created_at   TEXT NOT NULL,
  saved_at     TEXT NOT NULL,
  discarded_at TEXT
) STRICT;
CREATE INDEX drafts_by_time ON drafts (saved_at);

CREATE TABLE attachments (
  sha256   BLOB PRIMARY KEY,
  size     INTEGER NOT NULL,
  mime     TEXT NOT NULL,
  added_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE batches (
  head        BLOB PRIMARY KEY,
  direction   TEXT NOT NULL CHECK (direction IN ('in', 'out')),
  device      TEXT NOT NULL,
  epoch       TEXT NOT NULL,
  seq         INTEGER NOT NULL,
  created     TEXT NOT NULL,
  bytes       TEXT NOT NULL,
  signature   TEXT NOT NULL,
  file        TEXT NOT NULL,
  lines       INTEGER NOT NULL,
  records     INTEGER NOT NULL,
  attachments INTEGER NOT NULL,
  journal_to  INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX batches_by_position ON batches (device, epoch, seq);
CREATE INDEX batches_by_time ON batches (created);

CREATE TABLE batch_lines (
  batch BLOB NOT NULL REFERENCES batches (head),
  pos   INTEGER NOT NULL,
  line  BLOB NOT NULL REFERENCES lines (id),
  PRIMARY KEY (batch, pos)
) STRICT, WITHOUT ROWID;
CREATE INDEX batch_lines_by_line ON batch_lines (line);

CREATE TABLE trust_documents (
  kind      TEXT NOT NULL CHECK (kind IN ('root', 'list')),
  ver       INTEGER NOT NULL,
  bytes     TEXT NOT NULL,
  signature TEXT NOT NULL,
  PRIMARY KEY (kind, ver)
) STRICT, WITHOUT ROWID;

CREATE TABLE admitted_cards (
  device      TEXT PRIMARY KEY,
  card        TEXT NOT NULL,
  standing    TEXT NOT NULL CHECK (standing IN ('pinned', 'listed')),
  admitted_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE settings (
  key   TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
`
