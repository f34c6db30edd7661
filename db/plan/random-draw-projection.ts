import type { DeepPartial } from '#shared/kernel/draft-schema'
import { textAt } from '#shared/kernel/kind'
import type { RandomDraw } from '#shared/plan/random-draw'
import { taskKey } from '#shared/plan/task-key'
import type { WriteDb } from '../kernel/database.ts'
import type { Projection } from '../kernel/projection.ts'

function writeDraw(db: WriteDb, rid: string, doc: DeepPartial<RandomDraw>): void {
  const { enterprises = {}, samplers = {} } = doc
  const text = (...path: readonly string[]): string => textAt(doc, ...path)
  db.run(
    `INSERT INTO random_draws (rid, no, title, task, day, pool, pool_size, taken, samplers, redraw_of, redraw_reason, publicised_on)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    rid,
    text('no'),
    text('title'),
    taskKey(text('title')),
    text('drawnOn'),
    text('enterprises', 'poolHash'),
    enterprises.poolSize ?? 0,
    enterprises.picks?.length ?? 0,
    samplers.picks?.length ?? 0,
    text('redrawOf'),
    text('redrawReason'),
    text('publicisedOn'),
  )
}

/** A void draw stays in the tables: whoever draws again the same day must still say why. It counts for no enterprise. */
export const randomDrawProjection: Projection = {
  kind: 'randomDraw',
  version: 1,
  tables: ['random_draws', 'drawn_enterprises'],
  create: `
CREATE TABLE random_draws (
  rid           TEXT PRIMARY KEY,
  no            TEXT NOT NULL,
  title         TEXT NOT NULL,
  task          TEXT NOT NULL,
  day           TEXT NOT NULL,
  pool          TEXT NOT NULL,
  pool_size     INTEGER NOT NULL,
  taken         INTEGER NOT NULL,
  samplers      INTEGER NOT NULL,
  redraw_of     TEXT NOT NULL,
  redraw_reason TEXT NOT NULL,
  publicised_on TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX random_draws_by_day ON random_draws (day, no);
CREATE INDEX random_draws_by_no ON random_draws (no);
CREATE TABLE drawn_enterprises (
  draw       TEXT NOT NULL,
  place      INTEGER NOT NULL,
  enterprise TEXT NOT NULL,
  PRIMARY KEY (draw, place)
) STRICT, WITHOUT ROWID;
CREATE INDEX drawn_enterprises_by_enterprise ON drawn_enterprises (enterprise);
`,
  write: (db, { rid, doc, state }) => {
    db.run('DELETE FROM random_draws WHERE rid = ?', rid)
    db.run('DELETE FROM drawn_enterprises WHERE draw = ?', rid)
    const draw = doc as DeepPartial<RandomDraw>
    writeDraw(db, rid, draw)
    if (state === 'void') return
    for (const [place, pick] of (draw.enterprises?.picks ?? []).entries())
      db.run('INSERT INTO drawn_enterprises (draw, place, enterprise) VALUES (?, ?, ?)', rid, place, textAt(pick, 'enterpriseId'))
  },
}
