import { Visit } from '#shared/visit/visit'
import { enterpriseKinds } from '../enterprise/enterprise-control'
import { choice, date, type FieldSpec, type FormField, fieldsFrom, text } from '../kernel/form/field-spec'
import type { FormPlan } from '../kernel/form/form-plan'
import { fromPointer } from '../kernel/pointer'
import { teamKind } from './team-control'
import { KIND } from './visit-doc'

const int: FieldSpec = { kind: 'int', span: 'third' }
const shape = Visit.shape
const controls = shape.controls.unwrap()

/** Nothing in an optional part is required by itself. */
const free = (fields: readonly FormField[]): readonly FormField[] => fields.map((field) => ({ ...field, required: false }))

export const visitFields = {
  enterprise: fieldsFrom(Visit, {
    enterprise: { kind: 'enterprise', span: 'full' },
    kind: choice('kind'),
    on: date,
    follow: choice('follow'),
    teamId: { kind: 'team', span: 'third', saidBy: 'teamName' },
    activity: text(),
    region: { kind: 'district', span: 'third' },
  }),
  feedback: [
    ...free(
      fieldsFrom(
        shape.satisfaction.unwrap(),
        { score: { ...int, unit: 'points' }, anonymous: { kind: 'yesNo', span: 'third' } },
        'satisfaction',
      ),
    ),
    ...fieldsFrom(Visit, { receivedBy: text() }),
    ...free(fieldsFrom(shape.satisfaction.unwrap(), { comment: { kind: 'long', span: 'full' } }, 'satisfaction')),
    ...fieldsFrom(Visit, { summary: { kind: 'long', span: 'full' } }),
  ],
  controls: free(fieldsFrom(controls, { director: text(), officer: text(), riskList: { kind: 'yesNo', span: 'third' } }, 'controls')),
  more: fieldsFrom(Visit, {
    no: text(),
    arrivedAt: text(),
    leftAt: text(),
    taskKind: choice('taskKind'),
    campaign: text(),
    jointOrg: text(),
    complaintNo: text(),
    fundSource: text(),
    qcGroups: { ...int, unit: 'groups' },
    fiveSmall: { ...int, unit: 'items' },
    companions: { kind: 'lines', span: 'full', optional: true },
  }),
} as const satisfies Readonly<Record<string, readonly FormField[]>>

/** In the order in which a visit is logged: what every visit has first, the rest after it. */
const SECTIONS = [
  'enterprise',
  'helpers',
  'problems',
  'prescriptions',
  'trainings',
  'feedback',
  'diagnosis',
  'controls',
  'photos',
  'more',
  'seal',
]

const LISTS = /^\/(helpers|problems|prescriptions|trainings|diagnosis)\/\d+\/(\w+)$/
const known: ReadonlyMap<string, string> = new Map(
  Object.entries(visitFields).flatMap(([section, fields]) => fields.map(({ key }) => [key, section] as const)),
)
const SECTION_OF: Readonly<Record<string, string>> = { satisfaction: 'feedback', agreementId: 'enterprise', teamName: 'enterprise' }

function sectionOf(pointer: string): string {
  const first = pointer.split('/')[1] ?? ''
  if (SECTIONS.includes(first)) return first
  return SECTION_OF[first] ?? known.get(first) ?? 'more'
}

/** The key of a field's label: of a field, of a column, or of the enterprise as a whole. */
function fieldAt(pointer: string): string {
  const [, list, column] = LISTS.exec(pointer) ?? []
  if (list !== undefined) return column === 'id' ? '' : `${list}.${column ?? ''}`
  if (/^\/controls\/(daily|weekly|monthly)\/(carried|lastOn)$/.test(pointer)) return fromPointer(pointer)
  if (pointer.startsWith('/enterprise')) return 'enterprise'
  return known.has(fromPointer(pointer)) ? fromPointer(pointer) : ''
}

export const visitPlan: FormPlan = {
  kind: KIND,
  words: 'visit',
  sections: SECTIONS,
  unmarked: ['photos'],
  sectionOf,
  fieldAt,
  isUnfinished: ({ code }) => code === 'field.missing',
  first: '/enterprise',
  kinds: { ...enterpriseKinds, team: teamKind },
}
