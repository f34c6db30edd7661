import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { type UseFormReturn, useFormContext, useWatch } from 'react-hook-form'
import type { StoredDoc } from '../kernel/form/editable'
import { useWords } from '../kernel/i18n'
import { store } from './store'
import type { VisitValues } from './visit-doc'

/** What is another thing at another enterprise, whatever stood there before. */
const OF_ENTERPRISE = ['enterprise', 'follow', 'agreementId', 'region'] as const

const isEmpty = (value: unknown): boolean => value === undefined || value === '' || (Array.isArray(value) && value.length === 0)

/** What is known of the enterprise goes into the form; what was typed already stays. */
function takeOver({ getValues, setValue }: UseFormReturn<VisitValues>, doc: StoredDoc): void {
  const now: StoredDoc = getValues()
  const names = new Set([...OF_ENTERPRISE, ...Object.keys(doc).filter((name) => isEmpty(now[name]))])
  for (const name of names) setValue(name as 'enterprise', structuredClone(doc[name]) as VisitValues['enterprise'], { shouldDirty: true })
}

/** As soon as an enterprise is chosen, what its last visit and the directory know stands in the form, and a quiet line says so. */
export function TakenOver({ correcting }: { readonly correcting: boolean }) {
  const t = useWords()
  const form = useFormContext<VisitValues>()
  const [id, agreement] = useWatch<VisitValues, ['enterprise.enterpriseId', 'agreementId']>({
    name: ['enterprise.enterpriseId', 'agreementId'],
  })
  const taken = useRef(id)
  const { data, isFetching } = useQuery({ ...store.ask('visit.new', { enterprise: id ?? '' }), enabled: id !== undefined && !correcting })
  useEffect(() => {
    // What was known before a visit was sealed is asked again first.
    if (data === undefined || isFetching || id === undefined || taken.current === id) return
    taken.current = id
    takeOver(form, data.doc)
  }, [data, isFetching, id, form])
  if (data === undefined || id === undefined) return null
  return (
    <div className="taken-over" data-brought={data.lastVisit !== null}>
      <p className="quiet">
        {data.lastVisit === null ? t('visit.form.firstHere') : t('visit.form.brought', { on: data.lastVisit.on, no: data.lastVisit.no })}
        {agreement !== undefined && agreement !== '' && <span className="taken-mark">{t('visit.form.underAgreement')}</span>}
      </p>
      <StillOpen enterprise={id} />
    </div>
  )
}

/** What was promised here before and is not solved: the first thing to ask about. */
function StillOpen({ enterprise }: { readonly enterprise: string }) {
  const t = useWords()
  const { data } = useQuery(store.ask('visit.listProblems', { show: 'open', enterprise, limit: 4 }))
  if (data === undefined || data.total === 0) return null
  return (
    <p className="quiet">
      {t('visit.form.stillOpen', { n: data.total })}{' '}
      {data.items.map(({ id, description }) => (
        <Link key={id} to="/problems/$id" params={{ id }} className="still-open">
          {description.slice(0, 24)}
        </Link>
      ))}
    </p>
  )
}
