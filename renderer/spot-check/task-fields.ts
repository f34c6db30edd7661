import { SpotCheckTask } from '#shared/spot-check/task'
import { choice, date, type FieldSpec, fieldsFrom, text } from '../kernel/form/field-spec'
import type { FormPlan } from '../kernel/form/form-plan'
import { fromPointer } from '../kernel/pointer'
import { kinds } from './sheet-plan'

const int: FieldSpec = { kind: 'int', span: 'third' }

export const taskFields = {
  order: fieldsFrom(SpotCheckTask, {
    no: text(),
    year: int,
    region: { kind: 'district', span: 'third' },
    title: text('wide'),
    kind: choice('kind'),
    level: choice('level'),
    authority: text('wide'),
    trigger: choice('trigger'),
    campaign: text('wide'),
    noticeNo: text(),
    issuedOn: date,
    dueOn: date,
  }),
  goods: fieldsFrom(SpotCheckTask, {
    variant: choice('variant'),
    productKind: { kind: 'productKind', span: 'wide' },
    ruleEdition: { ...text('wide'), locked: true },
    quota: { kind: 'int', span: 'third', unit: 'batches' },
    lab: text('full'),
  }),
  people: fieldsFrom(SpotCheckTask, { samplers: { kind: 'lines', span: 'full', optional: true }, remarks: { kind: 'long', span: 'full' } }),
} as const

const SECTIONS = ['order', 'goods', 'people', 'targets', 'seal']
const sectionOfKey = new Map(Object.entries(taskFields).flatMap(([section, fields]) => fields.map(({ key }) => [key, section] as const)))

export const taskPlan: FormPlan = {
  kind: 'spotCheckTask',
  words: 'spotCheck.task',
  sections: SECTIONS,
  unmarked: [],
  sectionOf: (pointer) => {
    const first = pointer.split('/')[1] ?? ''
    return first === 'targets' ? 'targets' : (sectionOfKey.get(first) ?? 'seal')
  },
  fieldAt: (pointer) => (sectionOfKey.has(fromPointer(pointer)) ? fromPointer(pointer) : ''),
  isUnfinished: ({ code }) => code === 'field.missing',
  first: '/no',
  kinds,
}
