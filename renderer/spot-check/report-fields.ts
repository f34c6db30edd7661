import { SiteReport } from '#shared/spot-check/site-report'
import { choice, date, type FieldSpec, type FormField, fieldsFrom, text } from '../kernel/form/field-spec'
import type { FormPlan } from '../kernel/form/form-plan'
import { fromPointer } from '../kernel/pointer'
import { kinds } from './sheet-plan'
import { isUnfinished } from './sheet-sections'

const long: FieldSpec = { kind: 'long', span: 'full' }

const shape = SiteReport.shape

export const reportFields = {
  visit: fieldsFrom(SiteReport, {
    no: { ...text('half'), locked: true },
    outcome: choice('outcome', 'half'),
    date,
    region: { kind: 'district', span: 'third' },
    taskNo: text(),
  }),
  inspectedParty: fieldsFrom(
    shape.inspectedParty,
    {
      name: { kind: 'party', span: 'half' },
      uscc: { kind: 'code', span: 'half' },
      noUsccReason: text('full'),
      address: text('full'),
      legalRepresentative: text(),
      contact: text(),
      phone: text(),
    },
    'inspectedParty',
  ),
  product: fieldsFrom(shape.product, { kind: { kind: 'kindOnly', span: 'third' }, name: text(), model: text() }, 'product'),
  finding: fieldsFrom(SiteReport, {
    reason: choice('notFoundReason', 'half'),
    ordersLastYear: { kind: 'yesNo', span: 'half' },
    reasonText: long,
    whereProductsGo: long,
    illegality: choice('illegality', 'half'),
    reportedTo: text('half'),
    process: long,
  }),
  witness: fieldsFrom(shape.witness.unwrap(), { name: text('half'), org: text('half') }, 'witness'),
  localBureau: fieldsFrom(
    shape.localBureau.unwrap(),
    { name: text('half'), on: { ...date, span: 'half' }, opinion: long, stamped: { kind: 'confirm', span: 'full' } },
    'localBureau',
  ),
  samplingBody: fieldsFrom(shape.samplingBody, { name: text('half'), contact: text('half'), phone: text('half') }, 'samplingBody'),
} as const satisfies Readonly<Record<string, readonly FormField[]>>

/** What is asked for depends on how the visit ended. */
const ASKED: Readonly<Record<string, readonly string[]>> = {
  notFound: ['reason', 'ordersLastYear', 'reasonText', 'whereProductsGo'],
  refused: ['process'],
  terminated: ['illegality', 'reportedTo', 'process'],
}

export const findingOf = (outcome: string | undefined): readonly FormField[] =>
  reportFields.finding.filter(({ key }) => (ASKED[outcome ?? ''] ?? []).includes(key))

const SECTION_OF: Readonly<Record<string, string>> = {
  no: 'visit',
  region: 'visit',
  check: 'visit',
  taskNo: 'visit',
  date: 'visit',
  outcome: 'visit',
  reason: 'finding',
  reasonText: 'finding',
  ordersLastYear: 'finding',
  whereProductsGo: 'finding',
  illegality: 'finding',
  reportedTo: 'finding',
  process: 'finding',
  samplers: 'samplingBody',
  remarks: 'samplingBody',
}

const SECTIONS = ['visit', 'inspectedParty', 'product', 'finding', 'witness', 'localBureau', 'photos', 'samplingBody', 'signatures', 'seal']
const keys: ReadonlySet<string> = new Set(Object.values(reportFields).flatMap((fields) => fields.map(({ key }) => key)))

export interface ReportParts {
  readonly witness: boolean
  readonly localBureau: boolean
}

export const reportPlan = (parts: ReportParts): FormPlan => ({
  kind: 'siteReport',
  words: 'spotCheck.report',
  sections: SECTIONS.filter((section) => (parts as unknown as Readonly<Record<string, boolean>>)[section] !== false),
  unmarked: ['photos'],
  sectionOf: (pointer) => {
    const first = pointer.split('/')[1] ?? ''
    return SECTION_OF[first] ?? (SECTIONS.includes(first) ? first : 'seal')
  },
  fieldAt: (pointer) => (keys.has(fromPointer(pointer)) ? fromPointer(pointer) : ''),
  isUnfinished,
  first: '/outcome',
  kinds,
})
