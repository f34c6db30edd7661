import { Input, Modal } from 'antd'
import { useId, useState } from 'react'
import { useWords } from './i18n'

interface ReasonProps {
  readonly open: boolean
  readonly title: string
  readonly text: string
  readonly label: string
  readonly action: string
  readonly danger?: boolean
  readonly onGive: (reason: string) => void
  readonly onClose: () => void
}

/** Asks for the reason without which a sealed record is neither corrected nor voided. */
export function ReasonDialog({ open, title, text, label, action, danger = false, onGive, onClose }: ReasonProps) {
  const t = useWords()
  const id = useId()
  const [reason, setReason] = useState('')
  return (
    <Modal
      open={open}
      title={title}
      okText={action}
      cancelText={t('kernel.cancel')}
      okButtonProps={{ danger, disabled: reason.trim() === '' }}
      onOk={() => onGive(reason.trim())}
      onCancel={onClose}
      destroyOnHidden
    >
      <p>{text}</p>
      <label htmlFor={id}>{label}</label>
      <Input.TextArea
        id={id}
        data-field="/reason"
        autoSize={{ minRows: 3 }}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
    </Modal>
  )
}
