import { useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { useFeedback } from '../feedback'
import { useWords } from '../i18n'
import { records } from '../record-store'

type Home = '/spot-checks/$id' | '/site-reports/$id' | '/tasks/$id' | '/visits/$id'

/** Into the bin and back: nothing is ever deleted, so it is done at once and can be undone. */
export function DiscardDraft({ id, to }: { readonly id: string; readonly to: Home }) {
  const t = useWords()
  const navigate = useNavigate()
  const { refused, undoable } = useFeedback()
  const restore = async (): Promise<void> => {
    await records.call('record.restoreDraft', { id })
    await navigate({ to, params: { id } })
  }
  const discard = async (): Promise<void> => {
    const answer = await records.call('record.discardDraft', { id })
    if (!answer.ok) return refused(answer.problems)
    undoable(t('kernel.form.discarded'), restore)
    await navigate({ to: '/' })
  }
  return (
    <Button block type="text" onClick={() => void discard()}>
      {t('kernel.form.discard')}
    </Button>
  )
}
