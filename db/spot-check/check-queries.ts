import { SPOT_CHECK } from '#shared/spot-check/check-step'
import type { ReadDb } from '../kernel/database.ts'

export interface CheckPaper {
  readonly rid: string
  readonly step: string
}

/** The records that took a step about a check, the one to open first: sheet, site report, task, then any other step. */
export const listPapersOf = (db: ReadDb, check: string): CheckPaper[] =>
  db.all<CheckPaper>(
    `SELECT rid, step FROM acts WHERE subject = ?
     ORDER BY CASE step WHEN 'seal' THEN 0 WHEN 'outcome' THEN 1 WHEN 'plan' THEN 2 ELSE 3 END, rid LIMIT 200`,
    check,
  )

/** The task that names a check; null for one without a task. */
export const getTaskOfCheck = (db: ReadDb, check: string): string | null =>
  db.get<{ task: string }>('SELECT task FROM check_targets WHERE subject = ? ORDER BY task LIMIT 1', check)?.task ?? null

/** Who a check was given to last; nobody while it was not given to anybody. */
export const listAssignees = (db: ReadDb, check: string): string[] =>
  db
    .all<{ name: string }>(
      `SELECT name FROM check_assignees WHERE subject = ?
       AND rid = (SELECT rid FROM check_assignees WHERE subject = ? ORDER BY day DESC, rid DESC LIMIT 1) ORDER BY name`,
      check,
      check,
    )
    .map(({ name }) => name)

export interface WaitingCheck {
  readonly subject: string
  readonly main: string
  readonly open: number
  readonly aside: number
  readonly day: string
  readonly task: string
  readonly due: string
}

/**
 * Checks of tasks that a person has still to go to: given to them, or planned in a task that names them or nobody. Those due first;
 * those without a day last. As many are looked at as are open.
 */
export const listWaitingChecks = (db: ReadDb, name: string, limit: number): WaitingCheck[] =>
  db.all<WaitingCheck>(
    `SELECT c.subject, c.main, c.open, c.aside, c.day, t.task, k.due
     FROM courses c JOIN check_targets t ON t.subject = c.subject JOIN check_tasks k ON k.rid = t.task
     WHERE c.procedure = '${SPOT_CHECK}' AND c.main IN ('planned', 'assigned', 'onSite') AND CASE
       WHEN EXISTS (SELECT 1 FROM check_assignees a WHERE a.subject = c.subject)
       THEN EXISTS (SELECT 1 FROM check_assignees a WHERE a.subject = c.subject AND a.name = ?
         AND a.rid = (SELECT b.rid FROM check_assignees b WHERE b.subject = c.subject ORDER BY b.day DESC, b.rid DESC LIMIT 1))
       ELSE k.anyone = 1 OR EXISTS (SELECT 1 FROM task_samplers s WHERE s.task = t.task AND s.name = ?) END
     ORDER BY k.due = '', k.due, c.subject LIMIT ?`,
    name,
    name,
    limit,
  )
