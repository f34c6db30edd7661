import { useEffect, useState, useSyncExternalStore } from 'react'
import type { UseFormReturn } from 'react-hook-form'
import { useSay } from '../kernel/say'
import type { SheetForm } from './sheet-doc'
import { type Saved, SheetSaver } from './sheet-saver'

interface Options {
  readonly id: string
  readonly form: UseFormReturn<SheetForm>
  /** When the draft in the store was saved; null for a sheet that was only opened. */
  readonly savedAt: string | null
  /** A correction is no draft: nothing of it is written before it is sealed. */
  readonly enabled: boolean
}

export interface SheetAutosave extends Saved {
  readonly saver: SheetSaver
}

export function useSheetAutosave({ id, form, savedAt, enabled }: Options): SheetAutosave {
  const say = useSay()
  const [saver] = useState(() => new SheetSaver(id, form, savedAt))
  const saved = useSyncExternalStore(saver.subscribe, saver.saved)
  useEffect(() => {
    saver.speak(say)
  }, [saver, say])
  useEffect(() => (enabled ? saver.start() : undefined), [saver, enabled])
  return { saver, ...saved }
}
