import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useWatch } from 'react-hook-form'
import { ServiceAgreement } from '#shared/visit/service-agreement'
import { enterpriseKinds } from '../enterprise/enterprise-control'
import type { RecordPlan } from '../kernel/course/record-plan'
import { date, type FieldSpec, fieldsFrom, text } from '../kernel/form/field-spec'
import { FieldStack } from '../kernel/form/field-stack'
import { FormFrameContext, useFormFrame } from '../kernel/form/form-frame'
import type { RowColumn } from '../kernel/form/rows/row-cells'
import { type Row, RowsEditor } from '../kernel/form/rows/rows-editor'
import { useWords } from '../kernel/i18n'
import { agreements } from './agreement-store'

const long: FieldSpec = { kind: 'long', span: 'full' }

/** The doctors of an agreement, typed by name and found in the list of people; one who is not in it is kept by name. */
function Doctors() {
  const frame = useFormFrame()
  const rows = useMemo(() => ({ ...frame, words: 'agreement.rows' }), [frame])
  const { data: known } = useQuery(agreements.ask('agreement.listDoctors', {}))
  const doctors = known ?? []
  const columns: readonly RowColumn[] = [
    { key: 'name', kind: 'suggest', required: true, choices: doctors.map(({ name, org }) => ({ value: name, label: name, also: org })) },
  ]
  const follow = (row: Row, changed: Row): Row => {
    if (!('name' in changed)) return {}
    const found = doctors.filter(({ name }) => name === row['name'])
    return { adviserId: found.length === 1 ? found[0]?.id : undefined }
  }
  return (
    <FormFrameContext value={rows}>
      <FieldStack>
        <RowsEditor name="doctors" columns={columns} most={10} follow={follow} />
      </FieldStack>
    </FormFrameContext>
  )
}

/** Two hints that stop nobody: the help is free, and whose appointment has run out. */
export function AgreementFoot() {
  const t = useWords()
  const chosen = useWatch({ name: 'doctors' }) as readonly { readonly adviserId?: string }[] | undefined
  const { data: known } = useQuery(agreements.ask('agreement.listDoctors', {}))
  const expired = (known ?? []).filter(({ id, expired: over }) => over && chosen?.some(({ adviserId }) => adviserId === id) === true)
  return (
    <>
      <p className="quiet" data-hint="free">
        {t('agreement.free')}
      </p>
      {expired.map(({ id, name, validTo }) => (
        <p key={id} className="quiet" data-hint="expired">
          {t('agreement.expiredDoctor', { name, on: validTo })}
        </p>
      ))}
    </>
  )
}

/** What is wrong with a row stands under it, not under the field as well. */
const RowsSayIt = () => null

export const agreementPlan: RecordPlan = {
  kind: 'serviceAgreement',
  words: 'agreement',
  fields: fieldsFrom(ServiceAgreement, {
    no: text('wide'),
    region: { kind: 'district', span: 'third' },
    enterprise: { kind: 'enterprise', span: 'full' },
    doctors: { kind: 'doctors', span: 'full' },
    signedOn: date,
    validFrom: date,
    validTo: date,
    intervalDays: { kind: 'int', span: 'third', unit: 'days' },
    confidentiality: { kind: 'confirm', span: 'wide' },
    scope: long,
    deliverables: long,
  }),
  kinds: { ...enterpriseKinds, doctors: { Control: Doctors, Hint: RowsSayIt } },
}

/** 终止: the last day on which it stands, and why. */
export const endingPlan: RecordPlan = {
  kind: 'serviceAgreement',
  words: 'agreement',
  fields: fieldsFrom(ServiceAgreement, { endedOn: date, endReason: long }).map((field) => ({ ...field, required: true })),
}
