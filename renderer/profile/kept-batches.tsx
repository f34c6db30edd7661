import { Button } from 'antd'
import { useState } from 'react'
import type { KeptBatch } from '#shared/profile/trust-contract'
import { type Column, DataTable } from '../kernel/data-table'
import { useFeedback } from '../kernel/feedback'
import { bytesInWords, minuteOf } from '../kernel/format'
import { useWords } from '../kernel/i18n'
import { Panel } from '../kernel/page'
import { ReasonDialog } from '../kernel/reason-dialog'
import { store } from './store'

interface KeptProps {
  readonly kept: readonly KeptBatch[]
  /** Goes to where a card is imported. */
  readonly onAdmit: () => void
}

/** Work first, trust later: batches of strangers and of revoked devices, and what to do about each. */
export function KeptBatches({ kept, onAdmit }: KeptProps) {
  const t = useWords()
  const { done, refused } = useFeedback()
  const [taking, setTaking] = useState<KeptBatch | null>(null)
  if (kept.length === 0) return null
  const takeIn = async ({ head }: KeptBatch, why: string): Promise<void> => {
    setTaking(null)
    const answer = await store.call('trust.takeIn', { head, why })
    if (answer.ok) done(t('profile.trust.kept.taken', { n: answer.value.records }))
    else refused(answer.problems)
  }
  const columns: Column<KeptBatch>[] = [
    {
      key: 'fingerprint',
      title: t('profile.trust.kept.column.fingerprint'),
      render: ({ fingerprint, device }) => (
        <span className="mono" title={device}>
          {fingerprint.digits}
        </span>
      ),
    },
    { key: 'seq', title: t('profile.trust.kept.column.seq'), align: 'right', render: ({ seq }) => <span className="number">{seq}</span> },
    { key: 'reason', title: t('profile.trust.kept.column.reason'), grow: true, render: ({ reason }) => <Reason reason={reason} /> },
    {
      key: 'created',
      title: t('profile.trust.kept.column.created'),
      render: ({ created }) => <span className="number">{minuteOf(created)}</span>,
    },
    { key: 'bytes', title: t('profile.trust.kept.column.bytes'), align: 'right', render: ({ bytes }) => bytesInWords(bytes) },
    {
      key: 'tools',
      title: t('profile.trust.kept.column.tools'),
      render: (batch) => (
        <>
          {batch.reason === 'notEnrolled' && (
            <Button size="small" data-action="admit-stranger" onClick={onAdmit}>
              {t('profile.trust.kept.admit')}
            </Button>
          )}
          {batch.reason === 'revoked' && (
            <Button size="small" data-action="take-in" onClick={() => setTaking(batch)}>
              {t('profile.trust.kept.takeIn')}
            </Button>
          )}
        </>
      ),
    },
  ]
  return (
    <Panel title={t('profile.trust.kept.title')} name="kept">
      <p>{t('profile.trust.kept.text')}</p>
      <DataTable label={t('profile.trust.kept.label')} columns={columns} rows={kept} keyOf={({ head }) => head} />
      {taking !== null && (
        <ReasonDialog
          open
          title={t('profile.trust.kept.takeInTitle', { seq: taking.seq })}
          text={t('profile.trust.kept.takeInText')}
          label={t('profile.trust.kept.why')}
          action={t('profile.trust.kept.takeIn')}
          onGive={(why) => void takeIn(taking, why)}
          onClose={() => setTaking(null)}
        />
      )}
    </Panel>
  )
}

function Reason({ reason }: Pick<KeptBatch, 'reason'>) {
  const t = useWords()
  const more = { notEnrolled: t('profile.trust.kept.admitText'), forked: t('profile.trust.kept.forkedText'), revoked: '' }[reason]
  return (
    <>
      {t(`profile.trust.kept.reason.${reason}`)} <span className="quiet">{more}</span>
    </>
  )
}
