import { useMemo } from 'react'
import { Adviser } from '#shared/team/adviser'
import { TaskForce } from '#shared/team/task-force'
import { enterpriseIdKinds } from '../enterprise/enterprise-id-control'
import type { RecordPlan } from '../kernel/course/record-plan'
import { choice, date, type FieldSpec, type FormField, fieldsFrom, text } from '../kernel/form/field-spec'
import { FieldStack } from '../kernel/form/field-stack'
import { FormFrameContext, useFormFrame } from '../kernel/form/form-frame'
import type { RowColumn } from '../kernel/form/rows/row-cells'
import { RowsEditor } from '../kernel/form/rows/rows-editor'

const long: FieldSpec = { kind: 'long', span: 'full' }
const district: FieldSpec = { kind: 'district', span: 'third' }

const MEMBERS: readonly RowColumn[] = [
  { key: 'name', kind: 'text', width: 120, required: true },
  { key: 'org', kind: 'text' },
  { key: 'expertise', kind: 'text' },
]

/** Who belongs to the team, a line each; Enter leads along the line and begins the next. */
function Members() {
  const frame = useFormFrame()
  const rows = useMemo(() => ({ ...frame, words: 'team.rows' }), [frame])
  return (
    <FormFrameContext value={rows}>
      <FieldStack>
        <RowsEditor name="members" columns={MEMBERS} most={200} />
      </FieldStack>
    </FormFrameContext>
  )
}

/** What is wrong with a row stands under it, not under the field as well. */
const RowsSayIt = () => null

export const teamPlan: RecordPlan = {
  kind: 'taskForce',
  words: 'team.force',
  fields: fieldsFrom(TaskForce, {
    name: text('wide'),
    region: district,
    industry: text(),
    captain: text(),
    foundedOn: date,
    members: { kind: 'members', span: 'full', optional: true },
    dissolvedOn: date,
    remarks: long,
  }),
  kinds: { members: { Control: Members, Hint: RowsSayIt } },
}

/** What is asked for of a chief quality officer only, and of everybody else only. */
const OF_OFFICER: ReadonlySet<string> = new Set(['enterpriseId', 'trainingCertificate', 'education', 'yearsOfPractice'])
const OF_OTHERS: ReadonlySet<string> = new Set(['org', 'expertise'])

function isShown({ key }: FormField, doc: Readonly<Record<string, unknown>>): boolean {
  const isOfficer = doc['role'] === 'chiefQualityOfficer'
  return isOfficer ? !OF_OTHERS.has(key) : !OF_OFFICER.has(key)
}

export const personPlan: RecordPlan = {
  kind: 'adviser',
  words: 'team.person',
  fields: fieldsFrom(Adviser, {
    name: text(),
    role: choice('role'),
    region: district,
    enterpriseId: { kind: 'enterpriseId', span: 'full' },
    org: text('wide'),
    phone: text(),
    expertise: { kind: 'lines', span: 'full', optional: true },
    appointmentNo: text(),
    appointedOn: date,
    validTo: date,
    trainingCertificate: text(),
    education: text(),
    yearsOfPractice: { kind: 'int', span: 'third', unit: 'years' },
    remarks: long,
  }).map((field) => (field.key === 'enterpriseId' ? { ...field, required: true } : field)),
  isShown,
  kinds: enterpriseIdKinds,
}
