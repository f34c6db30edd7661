/** Where batches go, what is there already, and what came from people nobody has admitted yet. */
export const exchange = `
CREATE TABLE targets (
  id         TEXT PRIMARY KEY,
  settings   TEXT NOT NULL,
  secret     TEXT NOT NULL,
  findings   TEXT NOT NULL,
  probed_at  TEXT,
  exchanged_at TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE published (
  target TEXT NOT NULL,
  head   BLOB NOT NULL REFERENCES batches (head),
  at     TEXT NOT NULL,
  PRIMARY KEY (target, head)
) STRICT, WITHOUT ROWID;
CREATE INDEX published_by_head ON published (head);

CREATE TABLE cursors (
  target  TEXT NOT NULL,
  device  TEXT NOT NULL,
  epoch   TEXT NOT NULL,
  seq     INTEGER NOT NULL,
  trouble TEXT NOT NULL,
  since   TEXT NOT NULL,
  PRIMARY KEY (target, device, epoch)
) STRICT, WITHOUT ROWID;

CREATE TABLE target_alarms (
  target TEXT NOT NULL,
  what   TEXT NOT NULL,
  facts  TEXT NOT NULL,
  at     TEXT NOT NULL,
  PRIMARY KEY (target, what)
) STRICT, WITHOUT ROWID;

CREATE TABLE batch_leaves (
  batch BLOB NOT NULL REFERENCES batches (head),
  pos   INTEGER NOT NULL,
  leaf  BLOB NOT NULL,
  PRIMARY KEY (batch, pos)
) STRICT, WITHOUT ROWID;

CREATE TABLE kept_batches (
  head    BLOB PRIMARY KEY,
  device  TEXT NOT NULL,
  epoch   TEXT NOT NULL,
  seq     INTEGER NOT NULL,
  reason  TEXT NOT NULL,
  bytes   INTEGER NOT NULL,
  created TEXT NOT NULL,
  arrived TEXT NOT NULL
) STRICT, WITHOUT ROWID;
`
