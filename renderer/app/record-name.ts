import { procedures } from '#shared/app/kinds'
import { ruleOf } from '#shared/kernel/procedure'
import type { RecordSummary } from '#shared/kernel/record-contract'
import { useNameOf } from '../kernel/i18n'

/** Of which procedure a kind of record is a step. */
const STEPS: Readonly<Record<string, string>> = { caseStep: 'aftercare', checkStep: 'spotCheck', problemStep: 'problem' }

/** The title of a record; of a step, the name that the table of its procedure gives it. */
export function useRecordTitle(): (record: Pick<RecordSummary, 'kind' | 'title'>) => string {
  const nameOf = useNameOf()
  return ({ kind, title }) => {
    const table = procedures.find(({ name }) => name === STEPS[kind])
    const rule = table === undefined ? undefined : ruleOf(table, title)
    return rule === undefined ? title : nameOf(rule.name)
  }
}
