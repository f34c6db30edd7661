import { useQuery } from '@tanstack/react-query'
import { Alert } from 'antd'
import type { Problem } from '#shared/kernel/result'
import { FieldRows } from '../kernel/form/field-rows'
import { FormFrameContext, useFormFrame } from '../kernel/form/form-frame'
import { FormSection } from '../kernel/form/section'
import { useWords } from '../kernel/i18n'
import { useSay } from '../kernel/say'
import { fieldsOf } from './sheet-fields'
import { SheetLink } from './sheet-link'
import { KIND, store } from './store'

interface GuardFacts {
  readonly no?: string
}

const factsOf = ({ facts }: Problem): GuardFacts => facts as GuardFacts

/** A guard that warned may be passed with a reason, which is kept: the earlier sheet, how old the data are, and the reasons there are. */
export function ExceptionsPanel() {
  const t = useWords()
  const say = useSay()
  const frame = useFormFrame()
  const { problems } = frame
  const guards = problems.filter(({ code }) => code === 'spotCheck.repeated' || code === 'spotCheck.quotaFull')
  return (
    <FormSection name="exceptions">
      {guards.map((guard) => (
        <Alert
          key={guard.code}
          className="guard"
          type="warning"
          showIcon
          data-problem={guard.code}
          title={say(guard)}
          description={<GuardFoot facts={factsOf(guard)} />}
        />
      ))}
      <p className="items-hint">{t('spotCheck.form.exceptionsText')}</p>
      <FormFrameContext value={{ ...frame, problems: problems.filter((found) => !guards.includes(found)) }}>
        <FieldRows fields={fieldsOf('exceptions')} />
      </FormFrameContext>
    </FormSection>
  )
}

function GuardFoot({ facts: { no } }: { readonly facts: GuardFacts }) {
  const t = useWords()
  const { data } = useQuery({ ...store.ask('record.list', { kind: KIND, search: no ?? '', limit: 5 }), enabled: no !== undefined })
  const earlier = data?.items.find((item) => item.no === no)
  return (
    <span className="guard-foot">
      {earlier !== undefined && (
        <span>
          {t('spotCheck.form.earlierSheet')} <SheetLink id={earlier.id} no={earlier.no} /> {earlier.title}
        </span>
      )}
    </span>
  )
}
