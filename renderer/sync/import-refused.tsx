import { Link } from '@tanstack/react-router'
import { Alert } from 'antd'
import type { Problem } from '#shared/kernel/result'
import type { BundleFault } from '#shared/sync/sync-contract'
import { faultWords } from '#shared/sync/sync-words'
import { useLanguage, useWords } from '../kernel/i18n'
import { useSay } from '../kernel/say'

/** A file that was not imported: first that nothing changed, then which part is damaged and how. */
export function ImportRefused({ problems }: { readonly problems: readonly Problem[] }) {
  const t = useWords()
  const say = useSay()
  return (
    <Alert
      className="refused"
      type="error"
      showIcon
      data-result="refused"
      title={t('sync.import.refusedTitle')}
      description={problems.map((problem) => {
        const faults = faultsIn(problem.facts)
        return faults.length === 0 ? (
          <p key={problem.code} data-problem={problem.code}>
            {say(problem)}
          </p>
        ) : (
          <Faults key={problem.code} code={problem.code} faults={faults} />
        )
      })}
    />
  )
}

function Faults({ code, faults }: { readonly code: string; readonly faults: readonly BundleFault[] }) {
  const t = useWords()
  const language = useLanguage()
  return (
    <div data-problem={code}>
      <p>{t('sync.import.faults')}</p>
      <ul className="faults">
        {faults.map(({ code: fault, part }) => (
          <li key={fault + part} data-fault={fault}>
            <code>{part === '' ? t('sync.import.whole') : part}</code> {faultWords[fault][language]}
          </li>
        ))}
      </ul>
      {faults.some(({ code: fault }) => fault === 'notEnrolled') && <Link to="/devices">{t('sync.import.toDevices')}</Link>}
    </div>
  )
}

const faultsIn = (facts: unknown): readonly BundleFault[] =>
  facts !== null && typeof facts === 'object' && 'faults' in facts && Array.isArray(facts.faults) ? (facts.faults as BundleFault[]) : []
