import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useFeedback } from '../kernel/feedback'
import { minuteOf } from '../kernel/format'
import { useWords } from '../kernel/i18n'
import { Panel } from '../kernel/page'
import { store } from './store'

/** Drafts that were put away; each can be taken back. */
export function Bin() {
  const t = useWords()
  const { done, refused } = useFeedback()
  const { data: discarded = [] } = useQuery(store.ask('record.listDrafts', { discarded: true }))
  if (discarded.length === 0) return null
  const restore = async (id: string): Promise<void> => {
    const answer = await store.call('record.restoreDraft', { id })
    if (answer.ok) done(t('app.today.restored'))
    else refused(answer.problems)
  }
  return (
    <Panel title={t('app.today.bin')} name="bin">
      <ul className="bin">
        {discarded.map(({ id, no, title, at }) => (
          <li key={id}>
            <span>
              {title === '' ? no : title} <span className="quiet number">{minuteOf(at)}</span>
            </span>
            <Button size="small" onClick={() => void restore(id)}>
              {t('app.today.restore')}
            </Button>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
