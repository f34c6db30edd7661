import { useEffect, useState, useSyncExternalStore } from 'react'
import type { FieldValues } from 'react-hook-form'
import { useSay } from '../say'
import { DraftSaver, type Saved, type SaverOptions } from './draft-saver'

export interface Draft extends Saved {
  readonly saver: Pick<DraftSaver, 'flush' | 'ensure' | 'taken' | 'moveCursor' | 'leaveAlone'>
}

/** The draft behind a form. A correction is no draft (`enabled` false): nothing of it is written before it is sealed. */
export function useDraft<V extends FieldValues>({ enabled, ...options }: SaverOptions<V> & { readonly enabled: boolean }): Draft {
  const say = useSay()
  const [saver] = useState(() => new DraftSaver(options))
  const saved = useSyncExternalStore(saver.subscribe, saver.saved)
  useEffect(() => {
    saver.speak(say)
  }, [saver, say])
  useEffect(() => (enabled ? saver.start() : undefined), [saver, enabled])
  return { saver, ...saved }
}
