import { FilePdfOutlined, PrinterOutlined } from '@ant-design/icons'
import { Alert, Button, Checkbox, Switch } from 'antd'
import type { PaperEntry } from '#shared/paper/paper-contract'
import { useLanguage, useWords } from '../kernel/i18n'
import { Panel } from '../kernel/page'
import { usePrint } from './use-print'
import { usePrinting, type Wanted } from './use-printing'

interface OptionsProps {
  readonly paper: PaperEntry
  readonly wanted: Wanted
  readonly onChange: (changed: Pick<Wanted, 'copies' | 'language'>) => void
}

/** Which copies, in which languages, and where to. */
export function PaperOptions({ paper, wanted, onChange }: OptionsProps) {
  const t = useWords()
  const language = useLanguage()
  const print = usePrint(wanted)
  const { savePdf, sendToPrinter, busy } = usePrinting(wanted, print)
  const ready = wanted.copies.length > 0 && print !== null
  const choose = (no: number, checked: boolean): void => {
    const copies = paper.copies.map((copy) => copy.no).filter((each) => (each === no ? checked : wanted.copies.includes(each)))
    onChange({ copies, language: wanted.language })
  }
  return (
    <Panel name="options" title={t('paper.screen.copies')}>
      <div className="paper-options">
        {paper.copies.map((copy) => (
          <Checkbox
            key={copy.no}
            data-copy-choice={copy.no}
            checked={wanted.copies.includes(copy.no)}
            onChange={({ target }) => choose(copy.no, target.checked)}
          >
            {t('paper.screen.copy', { no: copy.no, name: copy[language] })} <span className="quiet">{copy.forWhom[language]}</span>{' '}
            {copy.printed > 0 && <span className="quiet">· {t('paper.screen.printed', { n: copy.printed })}</span>}
          </Checkbox>
        ))}
        <label className="paper-english" htmlFor="paper-english">
          <Switch
            id="paper-english"
            size="small"
            data-action="english"
            checked={wanted.language === 'zhEn'}
            onChange={(on) => onChange({ copies: wanted.copies, language: on ? 'zhEn' : 'zh' })}
          />{' '}
          {t('paper.screen.english')}
        </label>
        <p className="quiet">{t('paper.screen.englishHint')}</p>
        {print?.mark === 'draft' && <Alert type="warning" showIcon title={t('paper.screen.draft')} />}
        <div className="paper-buttons">
          <Button
            type="primary"
            icon={<FilePdfOutlined />}
            data-action="save-pdf"
            disabled={!ready}
            loading={busy}
            onClick={() => void savePdf()}
          >
            {t('paper.screen.pdf')}
          </Button>
          <Button icon={<PrinterOutlined />} data-action="send-to-printer" disabled={!ready || busy} onClick={() => void sendToPrinter()}>
            {t('paper.screen.print')}
          </Button>
        </div>
      </div>
    </Panel>
  )
}
