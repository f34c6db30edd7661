import { type Loose, textAt } from '#shared/kernel/kind'
import type { Projection } from '../kernel/projection.ts'

const listAt = (doc: Loose, key: string): readonly unknown[] => {
  const list = doc[key]
  return Array.isArray(list) ? list : []
}
const namesAt = (doc: Loose, key: string): Set<string> => new Set(listAt(doc, key).map(String))

/** Tasks with the checks they name and the people they are for. */
export const spotCheckTaskProjection: Projection = {
  kind: 'spotCheckTask',
  version: 1,
  tables: ['check_tasks', 'check_targets', 'task_samplers'],
  create: `
CREATE TABLE check_tasks (
  rid    TEXT PRIMARY KEY,
  due    TEXT NOT NULL,
  anyone INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE check_targets (
  subject TEXT NOT NULL,
  task    TEXT NOT NULL,
  PRIMARY KEY (subject, task)
) STRICT, WITHOUT ROWID;
CREATE INDEX check_targets_by_task ON check_targets (task);
CREATE TABLE task_samplers (
  task TEXT NOT NULL,
  name TEXT NOT NULL,
  PRIMARY KEY (task, name)
) STRICT, WITHOUT ROWID;
`,
  write: (db, { rid, doc, state }) => {
    db.run('DELETE FROM check_tasks WHERE rid = ?', rid)
    db.run('DELETE FROM check_targets WHERE task = ?', rid)
    db.run('DELETE FROM task_samplers WHERE task = ?', rid)
    if (state === 'void') return
    const samplers = namesAt(doc, 'samplers')
    db.run('INSERT INTO check_tasks (rid, due, anyone) VALUES (?, ?, ?)', rid, textAt(doc, 'dueOn'), samplers.size === 0 ? 1 : 0)
    for (const name of samplers) db.run('INSERT INTO task_samplers (task, name) VALUES (?, ?)', rid, name)
    for (const check of new Set(listAt(doc, 'targets').map((target) => textAt(target, 'check'))))
      db.run('INSERT INTO check_targets (subject, task) VALUES (?, ?)', check, rid)
  },
}

/** Who a check was given to; the newest assignment counts. */
export const checkStepProjection: Projection = {
  kind: 'checkStep',
  version: 1,
  tables: ['check_assignees'],
  create: `
CREATE TABLE check_assignees (
  subject TEXT NOT NULL,
  day     TEXT NOT NULL,
  rid     TEXT NOT NULL,
  name    TEXT NOT NULL,
  PRIMARY KEY (subject, day, rid, name)
) STRICT, WITHOUT ROWID;
CREATE INDEX check_assignees_by_record ON check_assignees (rid);
`,
  write: (db, { rid, doc, state }) => {
    db.run('DELETE FROM check_assignees WHERE rid = ?', rid)
    if (state === 'void' || textAt(doc, 'step') !== 'assign') return
    for (const name of namesAt(doc, 'samplers'))
      db.run(
        'INSERT INTO check_assignees (subject, day, rid, name) VALUES (?, ?, ?, ?)',
        textAt(doc, 'check'),
        textAt(doc, 'on'),
        rid,
        name,
      )
  },
}
