import { useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { useFeedback } from '../kernel/feedback'
import { useWords } from '../kernel/i18n'
import { store } from './store'

/** Into the bin and back: nothing is ever deleted, so it is done at once and can be undone. */
export function DiscardDraft({ id, exists }: { readonly id: string; readonly exists: boolean }) {
  const t = useWords()
  const navigate = useNavigate()
  const { refused, undoable } = useFeedback()
  if (!exists) return null
  const restore = async (): Promise<void> => {
    await store.call('record.restoreDraft', { id })
    await navigate({ to: '/spot-checks/$id', params: { id } })
  }
  const discard = async (): Promise<void> => {
    const answer = await store.call('record.discardDraft', { id })
    if (!answer.ok) return refused(answer.problems)
    undoable(t('spotCheck.form.discarded'), restore)
    await navigate({ to: '/' })
  }
  return (
    <Button block type="text" onClick={() => void discard()}>
      {t('spotCheck.form.discard')}
    </Button>
  )
}
