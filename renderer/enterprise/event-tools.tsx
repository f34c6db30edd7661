import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useRecordDrawer } from '../kernel/course/use-record-drawer'
import { useWords } from '../kernel/i18n'
import { creditEventPlan } from './credit-event-plan'
import { store } from './store'

/** An event has no page of its own: it is corrected and voided where it is told. */
export function EventTools({ id }: { readonly id: string }) {
  const t = useWords()
  const { data: detail } = useQuery(store.ask('record.get', { id }))
  const { correct, undo, drawer } = useRecordDrawer({ plan: creditEventPlan, title: t('enterprise.event.one') })
  if (detail === undefined || detail === null) return null
  const known = { id, doc: detail.doc }
  return (
    <>
      <Button size="small" type="link" data-action="correct-event" onClick={() => correct(known)}>
        {t('enterprise.event.correct')}
      </Button>
      <Button size="small" type="link" data-action="void-event" onClick={() => undo(known)}>
        {t('enterprise.event.void')}
      </Button>
      {drawer}
    </>
  )
}
