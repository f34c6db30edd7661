import { FolderAddOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { useFeedback } from '../kernel/feedback'
import { useWords } from '../kernel/i18n'
import { Panel } from '../kernel/page'
import { CaseLink } from './case-link'
import { CaseState } from './case-state'
import { store } from './store'

interface OfCheckProps {
  readonly check: string
  /** Where the check stands; a case is opened when it has failed. */
  readonly state: string
}

/** On the page of a check that failed: its case, or the way to open it. */
export function AftercareOfCheck({ check, state }: OfCheckProps) {
  const t = useWords()
  const { data: found } = useQuery(store.ask('aftercare.findCase', { check }))
  if (found === undefined || (found === null && state !== 'fail')) return null
  return (
    <Panel name="aftercare" title={t('aftercare.ofCheck.title')} extra={found === null ? undefined : <CaseState state={found.main} />}>
      {found === null ? (
        <OpenCase check={check} />
      ) : (
        <p>
          {t('aftercare.ofCheck.opened')} <CaseLink id={found.id} no={found.no} />
        </p>
      )}
    </Panel>
  )
}

function OpenCase({ check }: { readonly check: string }) {
  const t = useWords()
  const navigate = useNavigate()
  const { refused } = useFeedback()
  const [busy, setBusy] = useState(false)
  const open = async (): Promise<void> => {
    setBusy(true)
    try {
      const answer = await store.call('aftercare.openCase', { check })
      if (!answer.ok) return refused(answer.problems)
      await navigate({ to: '/aftercare/$id', params: { id: answer.value.id } })
    } finally {
      setBusy(false)
    }
  }
  return (
    <>
      <p>{t('aftercare.ofCheck.text')}</p>
      <Button type="primary" icon={<FolderAddOutlined />} loading={busy} data-action="open-case" onClick={() => void open()}>
        {t('aftercare.ofCheck.open')}
      </Button>
    </>
  )
}
