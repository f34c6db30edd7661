import { PlusOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useWords } from '../kernel/i18n'
import { useNewSheet, useNewSiteReport } from './fresh-sheets'

/** What a visit may end in: a sampling sheet, a food sampling sheet, or a report that there is no sample (which outcome is chosen there). */
export function NewSheetButtons() {
  const t = useWords()
  const newSheet = useNewSheet()
  const newReport = useNewSiteReport()
  return (
    <>
      <Button data-action="new-report" onClick={() => void newReport({ outcome: 'notFound' })}>
        {t('spotCheck.list.newReport')}
      </Button>
      <Button data-action="new-food-sheet" onClick={() => void newSheet({ variant: 'food' })}>
        {t('spotCheck.list.newFood')}
      </Button>
      <Button type="primary" icon={<PlusOutlined />} data-action="new-sheet" onClick={() => void newSheet()}>
        {t('spotCheck.list.new')}
      </Button>
    </>
  )
}
