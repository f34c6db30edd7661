import { type ReactNode, useState } from 'react'
import type { Result } from '#shared/kernel/result'
import { useFeedback } from '../feedback'
import type { StoredDoc } from '../form/editable'
import { useWords } from '../i18n'
import { ReasonDialog } from '../reason-dialog'
import { records } from '../record-store'
import { RecordDrawer } from './record-drawer'
import type { RecordPlan, RecordWork } from './record-plan'
import type { StepPhotos } from './step-plan'

interface Options {
  readonly plan: RecordPlan
  /** What one is called; also in the sentence that it is recorded. */
  readonly title: string
  readonly photos?: StepPhotos | undefined
  readonly slots?: readonly string[]
  readonly lead?: ReactNode
  readonly foot?: ReactNode
  /** The next one of its kind, right after this one was recorded. */
  readonly again?: { readonly text: string; readonly next: () => Promise<Result<Known>> }
  readonly onRecorded?: (id: string) => void
}

/** A record as a store gives it out filled in, or as it stands. */
export interface Known {
  readonly id: string
  readonly doc: StoredDoc
}

type Asking = { readonly what: 'correct' | 'void'; readonly record: Known }

/**
 * What a list or a page of small records needs: begin a new one, go on with a draft, correct or void one with a reason. `drawer` is
 * put into the page once.
 */
export function useRecordDrawer({ plan, title, again, ...rest }: Options) {
  const t = useWords()
  const { done, refused } = useFeedback()
  const [work, setWork] = useState<RecordWork | null>(null)
  const [asking, setAsking] = useState<Asking | null>(null)
  const begin = async (answer: Promise<Result<Known>>): Promise<void> => {
    const fresh = await answer
    if (fresh.ok) setWork({ ...fresh.value, title, savedAt: null })
    else refused(fresh.problems)
  }
  const undo = async ({ id }: Known, reason: string): Promise<void> => {
    const answer = await records.call('record.void', { id, reason })
    if (answer.ok) done(t('kernel.course.voided', { step: title }))
    else refused(answer.problems)
  }
  const give = (reason: string): void => {
    if (asking === null) return
    setAsking(null)
    if (asking.what === 'void') void undo(asking.record, reason)
    else setWork({ id: asking.record.id, doc: asking.record.doc, title, savedAt: null, reason })
  }
  const drawer = (
    <>
      {work !== null && (
        <RecordDrawer
          key={work.id}
          work={work}
          plan={plan}
          again={again && { text: again.text, begin: () => void begin(again.next()) }}
          {...rest}
          onClose={() => setWork(null)}
        />
      )}
      {asking !== null && (
        <ReasonDialog
          open
          danger={asking.what === 'void'}
          title={t(`kernel.course.${asking.what}Title`, { step: title })}
          text={t(asking.what === 'void' ? 'kernel.course.voidRecordText' : 'kernel.course.correctText')}
          label={t('kernel.course.reason')}
          action={t(asking.what === 'void' ? 'kernel.course.void' : 'kernel.course.correctBegin')}
          onGive={give}
          onClose={() => setAsking(null)}
        />
      )}
    </>
  )
  return {
    begin,
    resume: ({ id, doc, at }: Known & { readonly at: string }): void => setWork({ id, doc, title, savedAt: at }),
    correct: (record: Known): void => setAsking({ what: 'correct', record }),
    undo: (record: Known): void => setAsking({ what: 'void', record }),
    drawer,
  }
}
