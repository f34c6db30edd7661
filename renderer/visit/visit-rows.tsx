import { useFormContext, useWatch } from 'react-hook-form'
import { v7 as uuid } from 'uuid'
import { NqiElement } from '#shared/enterprise/nqi-element'
import { textAt } from '#shared/kernel/kind'
import { Dimension, ProblemType, Resource, Severity } from '#shared/visit/visit-choices'
import type { Choice } from '../kernel/controls/choice-control'
import type { RowColumn } from '../kernel/form/rows/row-cells'
import { type Row, RowsEditor } from '../kernel/form/rows/rows-editor'
import { useAnyWord, useWords } from '../kernel/i18n'
import { useAdvisers } from './use-known'
import type { VisitValues } from './visit-doc'

/** The choices of an enumeration with their words. */
function useChoices(): (name: string, codes: readonly string[]) => readonly Choice[] {
  const word = useAnyWord()
  return (name, codes) => codes.map((code) => ({ value: code, label: word(`visit.choice.${name}.${code}`) }))
}

/** Who came: quality doctors and experts by name; each is one 人次. */
export function HelperRows() {
  const advisers = useAdvisers()
  const names = advisers.map(({ name, org }) => ({ value: name, label: name, also: org }))
  const columns: readonly RowColumn[] = [
    { key: 'name', kind: 'suggest', choices: names, required: true },
    { key: 'org', kind: 'text' },
  ]
  const follow = (row: Row, changed: Row): Row => {
    if (!('name' in changed)) return {}
    const known = advisers.filter(({ name }) => name === row['name'])
    const [one] = known
    if (one === undefined || known.length > 1) return { adviserId: undefined }
    return { adviserId: one.id, org: textAt(row, 'org') || one.org || undefined }
  }
  return <RowsEditor name="helpers" columns={columns} follow={follow} />
}

/** What was found: one row a problem. Its id is made with the row, since prescriptions and photos refer to it. */
export function ProblemRows() {
  const t = useWords()
  const choices = useChoices()
  const { getValues, setValue } = useFormContext<VisitValues>()
  const columns: readonly RowColumn[] = [
    { key: 'type', kind: 'choice', width: 92, choices: choices('type', ProblemType.options), required: true },
    { key: 'severity', kind: 'choice', width: 84, choices: choices('severity', Severity.options), required: true },
    { key: 'description', kind: 'long', required: true },
    { key: 'dimension', kind: 'choice', width: 150, choices: choices('dimension', Dimension.options) },
    { key: 'element', kind: 'choice', width: 118, choices: choices('element', NqiElement.options) },
  ]
  /** What was prescribed for a problem that is gone asks for its problem again. */
  const onRemove = (gone: Row): void => {
    const prescriptions = getValues('prescriptions') ?? []
    const id = textAt(gone, 'id')
    if (prescriptions.some(({ problem }) => problem === id))
      setValue(
        'prescriptions',
        prescriptions.map((one) => (one.problem === id ? { ...one, problem: undefined } : one)),
        { shouldDirty: true },
      )
  }
  return (
    <>
      <RowsEditor name="problems" columns={columns} begin={() => ({ id: uuid(), severity: 'ordinary' })} onRemove={onRemove} />
      <p className="quiet rows-foot">{t('kernel.form.rowsHint')}</p>
    </>
  )
}

/** What is to be done about it, by whom, until when. */
export function PrescriptionRows() {
  const t = useWords()
  const choices = useChoices()
  const { getValues } = useFormContext<VisitValues>()
  const problems = useWatch<VisitValues, 'problems'>({ name: 'problems' }) ?? []
  const named = problems.flatMap(({ id, description = '' }) => (id === undefined ? [] : [{ value: id, label: description.slice(0, 24) }]))
  const columns: readonly RowColumn[] = [
    { key: 'problem', kind: 'choice', width: 150, choices: named, required: true },
    { key: 'measure', kind: 'long', required: true },
    { key: 'owner', kind: 'text', width: 110, required: true },
    { key: 'due', kind: 'day', width: 142 },
    { key: 'resource', kind: 'choice', width: 110, choices: choices('resource', Resource.options) },
  ]
  /** The first problem that nothing was prescribed for, and who was named last. */
  const begin = (rows: readonly Row[]): Row => {
    const prescribed = new Set(rows.map((row) => row['problem']))
    const next = (getValues('problems') ?? []).find(({ id }) => id !== undefined && !prescribed.has(id))
    const owner = textAt(rows.at(-1), 'owner') || textAt(getValues('enterprise'), 'contact')
    return { problem: next?.id, owner: owner === '' ? undefined : owner }
  }
  return (
    <>
      <RowsEditor name="prescriptions" columns={columns} begin={begin} />
      <p className="quiet rows-foot">{t('visit.form.dueHint')}</p>
    </>
  )
}

/** 人次 of managers apart from workers. */
export function TrainingRows() {
  const columns: readonly RowColumn[] = [
    { key: 'topic', kind: 'text', required: true },
    { key: 'managers', kind: 'int', width: 130, required: true },
    { key: 'workers', kind: 'int', width: 130, required: true },
    { key: 'hours', kind: 'number', width: 90 },
  ]
  return <RowsEditor name="trainings" columns={columns} most={20} begin={() => ({ managers: 0, workers: 0 })} />
}
