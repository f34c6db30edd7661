import { FileExcelOutlined, FileTextOutlined } from '@ant-design/icons'
import { App, Button } from 'antd'
import { useFeedback } from '../kernel/feedback'
import { bytesInWords } from '../kernel/format'
import { useLanguage, useWords } from '../kernel/i18n'
import { store } from './store'

interface About {
  readonly period: string
  readonly region?: string
}

/** Writes what the table shows: CSV for other programs, a workbook that also lists the records. */
export function ExportButtons({ about }: { readonly about: About }) {
  const t = useWords()
  const save = useExport(about)
  return (
    <>
      <Button icon={<FileTextOutlined />} data-action="export-csv" onClick={() => void save('csv')}>
        {t('report.exportCsv')}
      </Button>
      <Button type="primary" icon={<FileExcelOutlined />} data-action="export-xlsx" onClick={() => void save('xlsx')}>
        {t('report.exportXlsx')}
      </Button>
    </>
  )
}

function useExport(about: About): (format: 'csv' | 'xlsx') => Promise<void> {
  const t = useWords()
  const language = useLanguage()
  const { message } = App.useApp()
  const { refused } = useFeedback()
  return async (format) => {
    const region = about.region === undefined ? '' : `-${about.region}`
    const suggestedName = t('report.fileName', { period: about.period, region, format })
    const chosen = await window.bridge.shell('files.chooseSave', { suggestedName, kind: format })
    if (!chosen.ok || chosen.value === null) return
    const written = await store.call('report.export', { ...about, format, language, file: chosen.value })
    if (!written.ok) return refused(written.problems)
    const { file, bytes } = written.value
    void message.open({
      type: 'success',
      duration: 8,
      content: (
        <span data-written={file}>
          {t('report.written', { file, size: bytesInWords(bytes) })}{' '}
          <Button size="small" type="link" onClick={() => void window.bridge.shell('files.reveal', { file })}>
            {t('report.reveal')}
          </Button>
        </span>
      ),
    })
  }
}
