import { useQueries, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { textAt } from '#shared/kernel/kind'
import type { RecordDetail } from '#shared/kernel/record-contract'
import { useFeedback } from '../feedback'
import { minuteOf } from '../format'
import { useWords } from '../i18n'
import { Panel } from '../page'
import { records } from '../record-store'

interface UnfinishedProps {
  readonly kind: string
  /** The field of a step that says what it is about, and what that is here. */
  readonly about: { readonly field: string; readonly id: string }
  readonly nameOf: (step: string, doc: RecordDetail['doc']) => string
  readonly onResume: (draft: RecordDetail) => void
}

/** Step drafts about this subject: nothing that was begun is lost from sight. */
export function UnfinishedSteps({ kind, about, nameOf, onResume }: UnfinishedProps) {
  const t = useWords()
  const queryClient = useQueryClient()
  const { refused, undoable } = useFeedback()
  const { data: drafts } = useQuery(records.ask('record.listDrafts', {}))
  const own = (drafts ?? []).filter((draft) => draft.kind === kind)
  const details = useQueries({ queries: own.map(({ id }) => records.ask('record.get', { id })) })
  const here = details.flatMap(({ data }) =>
    data !== undefined && data !== null && data.state === 'draft' && textAt(data.doc, about.field) === about.id ? [data] : [],
  )
  if (here.length === 0) return null
  const discard = async ({ id, doc }: RecordDetail): Promise<void> => {
    const answer = await records.call('record.discardDraft', { id })
    if (!answer.ok) return refused(answer.problems)
    await queryClient.invalidateQueries({ queryKey: ['record.listDrafts'] })
    undoable(t('kernel.course.discarded', { step: nameOf(textAt(doc, 'step'), doc) }), async () => {
      await records.call('record.restoreDraft', { id })
      await queryClient.invalidateQueries({ queryKey: ['record.listDrafts'] })
    })
  }
  return (
    <Panel title={t('kernel.course.unfinished')} name="unfinished-steps">
      <ul className="steps-unfinished">
        {here.map((draft) => (
          <li key={draft.id} className="steps-begun" data-row={draft.id}>
            <strong>{nameOf(textAt(draft.doc, 'step'), draft.doc)}</strong>
            <span className="quiet">{t('kernel.course.unfinishedAt', { at: minuteOf(draft.at) })}</span>
            <Button size="small" type="primary" data-action="resume-step" onClick={() => onResume(draft)}>
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
