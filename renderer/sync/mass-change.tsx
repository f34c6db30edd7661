import { Button, Modal } from 'antd'
import { useRef } from 'react'
import type { ImportReport } from '#shared/sync/sync-contract'
import { useWords } from '../kernel/i18n'

type MassChange = NonNullable<ImportReport['massChange']>

/** What a person must say yes to; the same for all batches of a bundle. */
export const massChangeOf = (reports: readonly ImportReport[]): MassChange | null =>
  reports.find(({ applied, massChange }) => !applied && massChange !== null)?.massChange ?? null

interface QuestionProps extends MassChange {
  readonly open: boolean
  readonly from: string
  readonly onYes: () => void
  readonly onNo: () => void
}

/** The brake: a bundle that changes very much of what is here may be a mistake or a stolen key. No is the button under the cursor. */
export function MassChangeQuestion({ open, changed, of, from, onYes, onNo }: QuestionProps) {
  const t = useWords()
  const no = useRef<HTMLButtonElement>(null)
  const footer = (
    <>
      <Button danger data-action="mass-change-yes" onClick={onYes}>
        {t('sync.import.brake.yes', { changed })}
      </Button>
      <Button type="primary" ref={no} data-action="mass-change-no" onClick={onNo}>
        {t('sync.import.brake.no')}
      </Button>
    </>
  )
  return (
    <Modal
      open={open}
      title={t('sync.import.brake.title', { changed, of })}
      footer={footer}
      onCancel={onNo}
      afterOpenChange={(shown) => shown && no.current?.focus()}
      destroyOnHidden
    >
      <p>{t('sync.import.brake.text', { from })}</p>
      <p>{t('sync.import.brake.undo')}</p>
    </Modal>
  )
}
