import { type ReactNode, useState } from 'react'
import type { UndoReport } from '#shared/sync/centre-contract'
import type { BatchRow } from '#shared/sync/sync-contract'
import { useFeedback } from '../kernel/feedback'
import { useWords } from '../kernel/i18n'
import { ReasonDialog } from '../kernel/reason-dialog'
import { store } from './store'

type Asking = { readonly batch: Named; readonly report: UndoReport | null }
type Named = Pick<BatchRow, 'head' | 'name' | 'seq'>

export interface Undo {
  /** Rehearses first, so that the question says what would vanish. */
  readonly undo: (batch: Named) => Promise<void>
  readonly redo: (batch: Named) => void
  /** Put into the page once. */
  readonly dialog: ReactNode
}

/** A supervisor leaves a batch out, or takes it in again: a decision with a reason, that can itself be taken back. */
export function useUndo(): Undo {
  const t = useWords()
  const { refused, undoable, done } = useFeedback()
  const [asking, setAsking] = useState<Asking | null>(null)
  const close = (): void => setAsking(null)
  const takeIn = async (batch: Named, why: string): Promise<void> => {
    close()
    const answer = await store.call('sync.redo', { head: batch.head, why })
    if (answer.ok) done(t('sync.undo.redone', { ...batch, records: answer.value.records }))
    else refused(answer.problems)
  }
  const leaveOut = async (batch: Named, why: string): Promise<void> => {
    close()
    const answer = await store.call('sync.undo', { head: batch.head, why })
    if (!answer.ok) return refused(answer.problems)
    undoable(t('sync.undo.undone', { ...batch, vanish: answer.value.vanish }), () => takeIn(batch, t('sync.undo.redoWhy')))
  }
  const begin = async (batch: Named): Promise<void> => {
    const answer = await store.call('sync.rehearseUndo', { head: batch.head })
    if (answer.ok) setAsking({ batch, report: answer.value })
    else refused(answer.problems)
  }
  const dialog = asking !== null && (
    <ReasonDialog
      open
      danger={asking.report !== null}
      title={t(asking.report === null ? 'sync.undo.redoTitle' : 'sync.undo.title', asking.batch)}
      text={asking.report === null ? t('sync.undo.redoText') : t('sync.undo.text', { ...asking.report })}
      label={t('sync.undo.why')}
      action={t(asking.report === null ? 'sync.undo.redo' : 'sync.undo.undo')}
      onGive={(why) => void (asking.report === null ? takeIn(asking.batch, why) : leaveOut(asking.batch, why))}
      onClose={close}
    />
  )
  return { undo: begin, redo: (batch) => setAsking({ batch, report: null }), dialog }
}
