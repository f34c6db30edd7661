import { textAt } from '#shared/kernel/kind'
import { STANDING } from '#shared/kernel/measure'
import { plainWords } from '#shared/team/same-words'
import type { Projection } from '../kernel/projection.ts'

/** Teams that stand or stood. */
export const taskForceProjection: Projection = {
  kind: 'taskForce',
  version: 1,
  tables: ['task_forces'],
  create: `
CREATE TABLE task_forces (
  rid      TEXT PRIMARY KEY,
  name     TEXT NOT NULL,
  region   TEXT NOT NULL,
  plain    TEXT NOT NULL,
  industry TEXT NOT NULL,
  captain  TEXT NOT NULL,
  members  INTEGER NOT NULL,
  founded  TEXT NOT NULL,
  until    TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX task_forces_by_day ON task_forces (founded, rid);
CREATE INDEX task_forces_by_end ON task_forces (until, founded, rid);
CREATE INDEX task_forces_by_name ON task_forces (region, plain);
`,
  write: (db, { rid, doc, state }) => {
    db.run('DELETE FROM task_forces WHERE rid = ?', rid)
    if (state === 'void') return
    db.run(
      `INSERT INTO task_forces (rid, name, region, plain, industry, captain, members, founded, until)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      rid,
      textAt(doc, 'name'),
      textAt(doc, 'region'),
      plainWords(textAt(doc, 'name')),
      textAt(doc, 'industry'),
      textAt(doc, 'captain'),
      Array.isArray(doc['members']) ? doc['members'].length : 0,
      textAt(doc, 'foundedOn'),
      textAt(doc, 'dissolvedOn') || STANDING,
    )
  },
}

/** Which visits a team made; what they count stands in `measures` under the same record. */
export const teamVisitProjection: Projection = {
  kind: 'visit',
  version: 1,
  tables: ['team_visits'],
  create: `
CREATE TABLE team_visits (
  rid      TEXT PRIMARY KEY,
  team     TEXT NOT NULL,
  day      TEXT NOT NULL,
  activity TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX team_visits_by_team ON team_visits (team, day, activity, rid);
CREATE INDEX team_visits_by_day ON team_visits (day, rid);
`,
  write: (db, { rid, doc, state }) => {
    db.run('DELETE FROM team_visits WHERE rid = ?', rid)
    const team = textAt(doc, 'teamId')
    if (state === 'void' || team === '') return
    const activity = textAt(doc, 'activity') || rid
    db.run('INSERT INTO team_visits (rid, team, day, activity) VALUES (?, ?, ?, ?)', rid, team, textAt(doc, 'on'), activity)
  },
}
