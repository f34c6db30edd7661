import { Button } from 'antd'
import { useFormContext } from 'react-hook-form'
import { useFeedback } from '../kernel/feedback'
import { useWords } from '../kernel/i18n'
import { queryClient } from '../kernel/query-client'
import { useShortcuts } from '../kernel/shortcuts'
import { repeatChanges } from './repeat-last'
import { formOf, type SheetForm } from './sheet-doc'
import { store } from './store'

/** The newest sheet of this enterprise, else of this product kind, else of this person. */
async function lastSheet({ inspectedParty, product }: SheetForm): Promise<SheetForm | null> {
  const { enterpriseId } = inspectedParty ?? {}
  const questions = [
    ...(enterpriseId === undefined ? [] : [{ enterpriseId }]),
    ...((product?.kind ?? '') === '' ? [] : [{ kind: product?.kind ?? '' }]),
    {},
  ]
  for (const question of questions) {
    const last = await queryClient.fetchQuery(store.ask('spotCheck.lastSheet', question))
    if (last !== null) return formOf(last)
  }
  return null
}

/** F4: everything the last sheet says and this one does not say yet; what must be found out anew stays empty. */
export function RepeatAll() {
  const t = useWords()
  const { done, note } = useFeedback()
  const { getValues, setValue } = useFormContext<SheetForm>()
  const repeat = async (): Promise<void> => {
    const now = getValues()
    const last = await lastSheet(now)
    if (last === null) return note(t('spotCheck.form.repeatAllNone'))
    const changes = repeatChanges(now, last)
    for (const { key, value } of changes) setValue(key, value as never, { shouldDirty: true })
    return done(t('spotCheck.form.repeatedAll', { n: changes.length, no: last.head?.no ?? '' }))
  }
  useShortcuts({ f4: () => void repeat() })
  return (
    <Button size="small" data-action="repeat-all" title={t('spotCheck.form.repeatAllText')} onClick={() => void repeat()}>
      {t('spotCheck.form.repeatAll')} <kbd>F4</kbd>
    </Button>
  )
}
