import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { useFeedback } from '../kernel/feedback'
import { useWords } from '../kernel/i18n'
import { ReasonDialog } from '../kernel/reason-dialog'
import { records } from '../kernel/record-store'
import { store } from './store'

interface Entry {
  readonly id: string
  readonly name: string
}

type Asking =
  | { readonly what: 'merge'; readonly from: Entry; readonly into: Entry }
  | { readonly what: 'undo'; readonly merge: string; readonly name: string }

/** Merging two entries and taking it back, each with its reason. `dialog` is put into the page once. */
export function useMerging() {
  const t = useWords()
  const { done, refused } = useFeedback()
  const queryClient = useQueryClient()
  const [asking, setAsking] = useState<Asking | null>(null)
  const give = async (asked: Asking, reason: string): Promise<void> => {
    setAsking(null)
    const answer =
      asked.what === 'merge'
        ? await store.call('enterprise.merge', { from: asked.from.id, into: asked.into.id, reason })
        : await records.call('record.void', { id: asked.merge, reason })
    if (!answer.ok) return refused(answer.problems)
    done(asked.what === 'merge' ? t('enterprise.alike.merged', { into: asked.into.name }) : t('enterprise.alike.undone'))
    await queryClient.invalidateQueries()
  }
  const dialog: ReactNode = asking !== null && (
    <ReasonDialog
      key={asking.what}
      open
      title={t(`enterprise.alike.${asking.what}Title`)}
      text={
        asking.what === 'merge'
          ? t('enterprise.alike.mergeText', { from: asking.from.name, into: asking.into.name })
          : t('enterprise.alike.undoText', { name: asking.name })
      }
      label={t(`enterprise.alike.${asking.what}Reason`)}
      action={t(`enterprise.alike.${asking.what}`)}
      danger={asking.what === 'undo'}
      onGive={(reason) => void give(asking, reason)}
      onClose={() => setAsking(null)}
    />
  )
  return {
    merge: (from: Entry, into: Entry): void => setAsking({ what: 'merge', from, into }),
    undo: (merge: string, name: string): void => setAsking({ what: 'undo', merge, name }),
    dialog,
  }
}
