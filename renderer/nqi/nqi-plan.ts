import { Benefit } from '#shared/enterprise/benefit'
import { Facility } from '#shared/nqi/facility'
import { FacilityUse } from '#shared/nqi/facility-use'
import { enterpriseKinds } from '../enterprise/enterprise-control'
import { enterpriseIdKinds } from '../enterprise/enterprise-id-control'
import type { RecordPlan } from '../kernel/course/record-plan'
import { choice, date, type FieldSpec, type FormField, fieldsFrom, text } from '../kernel/form/field-spec'
import { nqiKinds } from './nqi-controls'

const long: FieldSpec = { kind: 'long', span: 'full' }
type Doc = Readonly<Record<string, unknown>>

/** What only one type of place is asked for. */
const OF_TYPE: Readonly<Record<string, string>> = { platformId: 'station', enterpriseId: 'sharedLab', items: 'sharedLab' }

export const facilityPlan: RecordPlan = {
  kind: 'facility',
  words: 'nqi.place',
  fields: fieldsFrom(Facility, {
    name: text('wide'),
    region: { kind: 'district', span: 'third' },
    platformId: { kind: 'platform', span: 'full' },
    enterpriseId: { kind: 'enterpriseId', span: 'full' },
    elements: { kind: 'elements', span: 'full', optional: true },
    items: long,
    address: text('full'),
    contact: text(),
    phone: text(),
    openedOn: date,
    closedOn: date,
  }).map((field) => (field.key === 'platformId' ? { ...field, required: true } : field)),
  isShown: ({ key }: FormField, doc: Doc) => OF_TYPE[key] === undefined || OF_TYPE[key] === doc['type'],
  kinds: { ...nqiKinds, ...enterpriseIdKinds },
}

const OF_SERVICE: ReadonlySet<string> = new Set(['element', 'problems', 'solved', 'solvedOn', 'answer'])

/** A benefit may be left out as a whole, so nothing of it is required by itself. */
const benefit = fieldsFrom(
  Benefit,
  {
    yuan: { kind: 'decimal', span: 'third', unit: 'yuan' },
    basis: text('wide'),
    confirmedBy: text('half'),
    confirmedOn: { ...date, span: 'half' },
  },
  'benefit',
).map((field) => ({ ...field, required: false }))

export const usePlan: RecordPlan = {
  kind: 'facilityUse',
  words: 'nqi.use',
  fields: [
    ...fieldsFrom(FacilityUse, {
      facilityId: { kind: 'place', span: 'wide', saidBy: 'facilityName' },
      on: date,
      enterprise: { kind: 'enterprise', span: 'full' },
      matter: long,
      element: choice('element'),
      problems: { kind: 'int', span: 'third', unit: 'problems' },
      solved: { kind: 'int', span: 'third', unit: 'problems' },
      solvedOn: date,
      answer: long,
      uses: { kind: 'int', span: 'third', unit: 'uses' },
    }),
    ...benefit,
  ],
  isShown: ({ key }: FormField, doc: Doc) => (doc['type'] === 'labUse' ? !OF_SERVICE.has(key) : key !== 'uses'),
  kinds: { ...nqiKinds, ...enterpriseKinds },
}
