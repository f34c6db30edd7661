import { Modal } from 'antd'
import { useState } from 'react'
import type { Problem } from '#shared/kernel/result'
import type { RandomDraw } from '#shared/plan/random-draw'
import { Refused, useFeedback } from '../kernel/feedback'
import { localDay } from '../kernel/format'
import { useWords } from '../kernel/i18n'
import { useSay } from '../kernel/say'
import { store } from './store'
import { DateField, TextField } from './typed-field'

interface DialogProps {
  readonly id: string
  readonly doc: RandomDraw
  readonly onClose: () => void
}

/** 一公开: notes when and where the list was made public; a correction with its reason, which leaves the draw alone. */
export function PublishDialog({ id, doc, onClose }: DialogProps) {
  const t = useWords()
  const say = useSay()
  const { done } = useFeedback()
  const [day, setDay] = useState(() => doc.publicisedOn ?? localDay(new Date()))
  const [url, setUrl] = useState(doc.publicUrl ?? '')
  const [reason, setReason] = useState(() => t('plan.draw.publishReasonDefault'))
  const [problems, setProblems] = useState<readonly Problem[]>([])
  const errorAt = (path: string): string | undefined => {
    const found = problems.find((problem) => problem.path === path)
    return found === undefined ? undefined : say(found)
  }
  const save = async (): Promise<void> => {
    const { publicUrl: _before, ...rest } = doc
    const published = { ...rest, publicisedOn: day, ...(url.trim() === '' ? {} : { publicUrl: url.trim() }) }
    const answer = await store.call('record.correct', { id, doc: published, reason })
    if (!answer.ok) return setProblems(answer.problems)
    done(t('plan.draw.correct'))
    onClose()
  }
  const fields = new Set(['/publicisedOn', '/publicUrl', '/reason'])
  return (
    <Modal
      open
      title={t('plan.draw.publishTitle')}
      okText={t('plan.draw.publishSave')}
      cancelText={t('kernel.cancel')}
      okButtonProps={{ disabled: reason.trim() === '' }}
      onOk={() => void save()}
      onCancel={onClose}
    >
      <p>{t('plan.draw.publishText')}</p>
      <Refused problems={problems.filter(({ path }) => !fields.has(path))} />
      <div className="fields">
        <DateField
          field="/publicisedOn"
          label={t('plan.draw.publishDay')}
          span="half"
          required
          error={errorAt('/publicisedOn')}
          value={day}
          onChange={(typed = '') => setDay(typed)}
        />
        <TextField
          field="/publicUrl"
          label={t('plan.draw.publishUrl')}
          span="full"
          hint={t('plan.draw.publishUrlHint')}
          error={errorAt('/publicUrl')}
          value={url}
          onChange={(typed = '') => setUrl(typed)}
        />
        <TextField
          field="/reason"
          label={t('plan.draw.publishReason')}
          span="full"
          required
          error={errorAt('/reason')}
          value={reason}
          onChange={(typed = '') => setReason(typed)}
        />
      </div>
    </Modal>
  )
}
