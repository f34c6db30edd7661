import { FileExcelOutlined, FileTextOutlined, GlobalOutlined } from '@ant-design/icons'
import { App, Button } from 'antd'
import { useState } from 'react'
import type { RecordState } from '#shared/kernel/record-contract'
import type { Result } from '#shared/kernel/result'
import type { RandomDraw } from '#shared/plan/random-draw'
import { useFeedback } from '../kernel/feedback'
import { bytesInWords } from '../kernel/format'
import { useLanguage, useWords } from '../kernel/i18n'
import { PrintButton } from '../kernel/print-button'
import { ReasonDialog } from '../kernel/reason-dialog'
import { PublishDialog } from './publish-dialog'
import { store } from './store'

interface ActionsProps {
  readonly id: string
  readonly doc: RandomDraw
  readonly state: RecordState
}

/** What may be done with a sealed draw: publish its list, note that it is public, hand out its pool, make it void. */
export function DrawActions({ id, doc, state }: ActionsProps) {
  const t = useWords()
  const language = useLanguage()
  const save = useSaveAs()
  const { done, refused } = useFeedback()
  const [asking, setAsking] = useState<'publish' | 'void' | null>(null)
  const { no, publicisedOn } = doc
  const close = (): void => setAsking(null)
  const voidIt = async (reason: string): Promise<void> => {
    const answer = await store.call('record.void', { id, reason })
    close()
    if (answer.ok) done(t('plan.draw.voided'))
    else refused(answer.problems)
  }
  return (
    <>
      <Button
        icon={<FileExcelOutlined />}
        data-action="export-xlsx"
        onClick={() => void save(t('plan.draw.fileName', { no }), 'xlsx', (file) => store.call('plan.exportDraw', { id, file, language }))}
      >
        {t('plan.draw.exportXlsx')}
      </Button>
      <Button
        icon={<FileTextOutlined />}
        data-action="export-pool"
        onClick={() => void save(t('plan.draw.poolFileName', { no }), 'text', (file) => store.call('plan.exportPool', { id, file }))}
      >
        {t('plan.draw.exportPool')}
      </Button>
      <PrintButton record={id} />
      {state !== 'void' && (
        <>
          <Button danger data-action="void" onClick={() => setAsking('void')}>
            {t('plan.draw.void')}
          </Button>
          <Button type="primary" icon={<GlobalOutlined />} data-action="publish" onClick={() => setAsking('publish')}>
            {t(publicisedOn === undefined ? 'plan.draw.publish' : 'plan.draw.publishAgain')}
          </Button>
        </>
      )}
      {asking === 'publish' && <PublishDialog id={id} doc={doc} onClose={close} />}
      <ReasonDialog
        danger
        open={asking === 'void'}
        title={t('plan.draw.voidTitle')}
        text={t('plan.draw.voidText')}
        label={t('plan.draw.voidReason')}
        action={t('plan.draw.void')}
        onGive={(reason) => void voidIt(reason)}
        onClose={close}
      />
    </>
  )
}

type Written = Result<{ readonly file: string; readonly bytes: number }>

/** Asks where to, lets the store write there, and says where it is. */
function useSaveAs() {
  const t = useWords()
  const { message } = App.useApp()
  const { refused } = useFeedback()
  return async (suggestedName: string, kind: 'xlsx' | 'text', write: (file: string) => Promise<Written>): Promise<void> => {
    const chosen = await window.bridge.shell('files.chooseSave', { suggestedName, kind })
    if (!chosen.ok || chosen.value === null) return
    const written = await write(chosen.value)
    if (!written.ok) return refused(written.problems)
    const { file, bytes } = written.value
    void message.open({
      type: 'success',
      duration: 8,
      content: (
        <span>
          {t('plan.draw.written', { file, size: bytesInWords(bytes) })}{' '}
          <Button size="small" type="link" onClick={() => void window.bridge.shell('files.reveal', { file })}>
            {t('plan.draw.reveal')}
          </Button>
        </span>
      ),
    })
  }
}
