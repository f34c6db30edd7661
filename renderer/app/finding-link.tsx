import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { textAt } from '#shared/kernel/kind'
import type { Finding } from '#shared/review/review-contract'
import { firstStep } from '../kernel/pointer'
import { useRecordTitle } from './record-name'
import { store } from './store'

/** A finding in words, which lead to the record and the field in which it is. */
export function FindingLink({ finding, said }: { readonly finding: Finding; readonly said: string }) {
  const { record } = finding
  const { data: detail } = useQuery(store.ask('record.get', { id: record }))
  const place = detail === undefined || detail === null ? undefined : placeOf(detail.kind, record, detail.doc)
  if (place === undefined) return said
  const isStep = textAt(detail?.doc, 'step') !== ''
  return (
    <Link {...place} onClick={() => showPlace(isStep, finding)}>
      {said}
    </Link>
  )
}

/** What the record of a finding is called: a step by its name and day, anything else by its number and title. */
export function FindingTitle({ finding: { record, recordTitle } }: { readonly finding: Finding }) {
  const titleOf = useRecordTitle()
  const { data: detail } = useQuery(store.ask('record.get', { id: record }))
  const step = textAt(detail?.doc, 'step')
  if (detail === undefined || detail === null || step === '') return recordTitle
  return `${titleOf({ kind: detail.kind, title: step })} ${textAt(detail.doc, 'on')}`
}

/** Where a record is read and corrected: steps on the page of what they are about. */
function placeOf(kind: string, id: string, doc: unknown) {
  const at = {
    samplingSheet: { to: '/spot-checks/$id', params: { id } },
    siteReport: { to: '/site-reports/$id', params: { id } },
    spotCheckTask: { to: '/tasks/$id', params: { id } },
    checkStep: { to: '/checks/$id', params: { id: textAt(doc, 'check') } },
    aftercareCase: { to: '/aftercare/$id', params: { id } },
    caseStep: { to: '/aftercare/$id', params: { id: textAt(doc, 'case') } },
  } as const
  return Object.hasOwn(at, kind) ? at[kind as keyof typeof at] : undefined
}

const TRIES = 20
const BETWEEN = 100

/** Scrolls to the step, the fact or the part of the page once it is drawn, and lights it up while the page comes to rest. */
function showPlace(isStep: boolean, finding: Finding, tries = TRIES): void {
  const { record, path } = finding
  const wanted = isStep ? [`[data-row="${record}"]`] : [`[data-fact="${path}"]`, `[data-panel="${firstStep(path)}"]`]
  const found = wanted.map((one) => document.querySelector(`#main ${one}`)).find((element) => element !== null)
  if (found === undefined) {
    if (tries > 0) setTimeout(() => showPlace(isStep, finding, tries - 1), BETWEEN)
    return
  }
  found.classList.add('lit')
  for (const moment of [0, 3, 8]) setTimeout(() => found.scrollIntoView({ block: 'center' }), moment * BETWEEN)
  setTimeout(() => found.classList.remove('lit'), TRIES * BETWEEN)
}
