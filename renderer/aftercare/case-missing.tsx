import { CheckCircleFilled, MinusCircleOutlined } from '@ant-design/icons'
import type { Bilingual } from '#shared/kernel/bilingual'
import { useNameOf, useWords } from '../kernel/i18n'
import { Panel } from '../kernel/page'

/** What stands between a case and its closing (监管闭环). */
export function CaseMissing({ missing }: { readonly missing: readonly Bilingual[] }) {
  const t = useWords()
  return (
    <Panel name="missing" title={t('aftercare.close.title')}>
      {missing.length === 0 ? (
        <p className="checklist-ready">
          <CheckCircleFilled aria-hidden /> {t('aftercare.close.ready')}
        </p>
      ) : (
        <MissingSteps missing={missing} />
      )}
    </Panel>
  )
}

export function MissingSteps({ missing }: { readonly missing: readonly Bilingual[] }) {
  const nameOf = useNameOf()
  return (
    <ul className="checklist">
      {missing.map((step) => (
        <li key={step.zh} data-missing={step.en}>
          <MinusCircleOutlined aria-hidden /> <span>{nameOf(step)}</span>
        </li>
      ))}
    </ul>
  )
}
