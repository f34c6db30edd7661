import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import type { RecordSummary } from '#shared/kernel/record-contract'
import { useFeedback } from '../feedback'
import type { StoredDoc } from '../form/editable'
import { minuteOf } from '../format'
import { useWords } from '../i18n'
import { Panel } from '../page'
import { records } from '../record-store'

interface UnfinishedProps {
  readonly kind: string
  /** What such a record is called. */
  readonly name: string
  readonly onResume: (draft: { readonly id: string; readonly doc: StoredDoc; readonly at: string }) => void
}

/** Small records of a kind that were begun and not recorded: nothing that was typed is lost from sight. */
export function UnfinishedRecords({ kind, name, onResume }: UnfinishedProps) {
  const t = useWords()
  const queryClient = useQueryClient()
  const { refused, undoable } = useFeedback()
  const { data: drafts } = useQuery(records.ask('record.listDrafts', {}))
  const own = (drafts ?? []).filter((draft) => draft.kind === kind)
  if (own.length === 0) return null
  const again = () => queryClient.invalidateQueries({ queryKey: ['record.listDrafts'] })
  const resume = async ({ id }: RecordSummary): Promise<void> => {
    const answer = await records.call('record.get', { id })
    if (!answer.ok) return refused(answer.problems)
    if (answer.value !== null) onResume({ id, doc: answer.value.doc, at: answer.value.at })
  }
  const discard = async ({ id }: RecordSummary): Promise<void> => {
    const answer = await records.call('record.discardDraft', { id })
    if (!answer.ok) return refused(answer.problems)
    await again()
    undoable(t('kernel.course.discarded', { step: name }), async () => {
      await records.call('record.restoreDraft', { id })
      await again()
    })
  }
  return (
    <Panel title={t('kernel.course.unfinishedRecords')} name="unfinished-records">
      <ul className="steps-unfinished">
        {own.map((draft) => (
          <li key={draft.id} className="steps-begun" data-row={draft.id}>
            <strong>{draft.title === '' ? name : draft.title}</strong>
            <span className="quiet">{t('kernel.course.unfinishedAt', { at: minuteOf(draft.at) })}</span>
            <Button size="small" type="primary" data-action="resume-record" onClick={() => void resume(draft)}>
              {t('kernel.course.resume')}
            </Button>
            <Button size="small" type="text" onClick={() => void discard(draft)}>
              {t('kernel.course.discard')}
            </Button>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
