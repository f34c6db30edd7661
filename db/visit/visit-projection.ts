import { type Loose, textAt } from '#shared/kernel/kind'
import { normalizeSearch } from '#shared/kernel/search-text'
import { prescriptionsFor, problemsIn, problemWords } from '#shared/visit/problems-in'
import { measuresOfVisit } from '#shared/visit/visit-measures'
import type { WriteDb } from '../kernel/database.ts'
import type { Projection } from '../kernel/projection.ts'
import type { RecordRow } from '../kernel/record-row.ts'

/** Where two strangers wrote the same record id, the device that sorts first is the one that is shown. */
const isShown = (db: WriteDb, { rid, device }: RecordRow): boolean =>
  db.get('SELECT 1 FROM records WHERE rid = ? AND device < ? LIMIT 1', rid, device) === undefined

/** What the visit counts, by the same function that states its measures: the totals of a list and of a report cannot part. */
function countsOf(doc: Loose, rid: string): { readonly experts: number; readonly managers: number; readonly workers: number } {
  const amounts = new Map(measuresOfVisit(doc, rid).map(({ name, amount }) => [name, amount]))
  const amount = (name: string): number => amounts.get(name) ?? 0
  return { experts: amount('expert'), managers: amount('trainedManager'), workers: amount('trainedWorker') }
}

function writeVisit(db: WriteDb, { rid, device, doc, at }: RecordRow): void {
  const { experts, managers, workers } = countsOf(doc, rid)
  const texts = [textAt(doc, 'on'), textAt(doc, 'kind'), textAt(doc, 'enterprise', 'enterpriseId'), textAt(doc, 'teamId')]
  db.run(
    `INSERT INTO visits (rid, device, day, kind, enterprise, team, team_name, experts, managers, workers, problems, sealed_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    rid,
    device,
    ...texts,
    textAt(doc, 'teamName'),
    experts,
    managers,
    workers,
    new Set(problemsIn(doc).map(({ id }) => id)).size,
    Date.parse(at),
  )
}

function writeProblems(db: WriteDb, { rid, doc }: RecordRow): void {
  for (const found of problemsIn(doc)) {
    const [prescribed] = prescriptionsFor(doc, found.id)
    const texts = [textAt(found, 'type'), textAt(found, 'severity'), textAt(found, 'dimension'), textAt(found, 'description')]
    db.run(
      `INSERT INTO visit_problems (id, visit, day, enterprise, type, severity, dimension, description, measure, owner, text)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`,
      found.id,
      rid,
      textAt(doc, 'on'),
      textAt(doc, 'enterprise', 'enterpriseId'),
      ...texts,
      textAt(prescribed, 'measure'),
      textAt(prescribed, 'owner'),
      normalizeSearch([textAt(doc, 'no'), textAt(doc, 'enterprise', 'name'), textAt(doc, 'teamName'), problemWords(doc, found)].join(' ')),
    )
  }
}

/** Visits and the problems they raised. Where a problem stands, and when it is asked after, is its course's to say. */
export const visitProjection: Projection = {
  kind: 'visit',
  version: 1,
  tables: ['visits', 'visit_problems'],
  create: `
CREATE TABLE visits (
  rid        TEXT PRIMARY KEY,
  device     TEXT NOT NULL,
  day        TEXT NOT NULL,
  kind       TEXT NOT NULL,
  enterprise TEXT NOT NULL,
  team       TEXT NOT NULL,
  team_name  TEXT NOT NULL,
  experts    INTEGER NOT NULL,
  managers   INTEGER NOT NULL,
  workers    INTEGER NOT NULL,
  problems   INTEGER NOT NULL,
  sealed_at  INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX visits_by_day ON visits (day DESC, rid DESC);
CREATE INDEX visits_by_kind ON visits (kind, day DESC, rid DESC);
CREATE INDEX visits_by_team ON visits (team, day DESC, rid DESC);
CREATE INDEX visits_by_enterprise ON visits (enterprise, day DESC, rid DESC);
CREATE INDEX visits_by_device ON visits (device, sealed_at DESC, rid DESC);
CREATE INDEX visits_by_device_kind ON visits (device, kind, sealed_at DESC, rid DESC);
CREATE TABLE visit_problems (
  id          TEXT NOT NULL,
  visit       TEXT NOT NULL,
  day         TEXT NOT NULL,
  enterprise  TEXT NOT NULL,
  type        TEXT NOT NULL,
  severity    TEXT NOT NULL,
  dimension   TEXT NOT NULL,
  description TEXT NOT NULL,
  measure     TEXT NOT NULL,
  owner       TEXT NOT NULL,
  text        TEXT NOT NULL,
  PRIMARY KEY (id, visit)
) STRICT, WITHOUT ROWID;
CREATE INDEX visit_problems_by_visit ON visit_problems (visit);
CREATE INDEX visit_problems_by_day ON visit_problems (day DESC, id DESC);
CREATE INDEX visit_problems_by_enterprise ON visit_problems (enterprise);
`,
  write: (db, row) => {
    if (!isShown(db, row)) return
    db.run('DELETE FROM visits WHERE rid = ?', row.rid)
    db.run('DELETE FROM visit_problems WHERE visit = ?', row.rid)
    if (row.state === 'void') return
    writeVisit(db, row)
    writeProblems(db, row)
  },
}
