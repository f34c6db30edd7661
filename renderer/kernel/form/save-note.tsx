import './form.css'
import { clockTime } from '../format'
import { useWords } from '../i18n'
import type { SaveState } from './autosave'

/** Whether what was typed is safe; a refusal is loud. */
export function SaveNote({ save }: { readonly save: SaveState }) {
  const t = useWords()
  const words = {
    untouched: () => t('kernel.form.untouched'),
    saving: () => t('kernel.form.saving'),
    saved: () => t('kernel.form.saved', { time: save.is === 'saved' ? clockTime(save.at) : '' }),
    refused: () => t('kernel.form.notSaved', { reason: save.is === 'refused' ? save.reason : '' }),
  }
  return (
    <p className="save-note" data-save={save.is} role={save.is === 'refused' ? 'alert' : undefined}>
      {words[save.is]()}
    </p>
  )
}
