import { CheckOutlined, PrinterOutlined, RollbackOutlined } from '@ant-design/icons'
import { App, Button } from 'antd'
import { useState } from 'react'
import { textAt } from '#shared/kernel/kind'
import type { Problem } from '#shared/kernel/result'
import { useFeedback } from '../kernel/feedback'
import { bytesInWords } from '../kernel/format'
import { useWords } from '../kernel/i18n'
import { ReasonDialog } from '../kernel/reason-dialog'
import type { Detail } from './sheet-view'
import { store } from './store'

interface ActionsProps {
  readonly detail: Detail
  readonly isSupervisor: boolean
  readonly onCorrect: (reason: string) => void
}

type Asking = 'correct' | 'void' | 'return' | null

/** What may be done with a sealed sheet: print it, correct it, void it; a supervisor approves or returns it. */
export function ViewActions({ detail, isSupervisor, onCorrect }: ActionsProps) {
  const t = useWords()
  const [asking, setAsking] = useState<Asking>(null)
  const { refused, done } = useFeedback()
  const { print, printing } = usePrint(detail)
  const close = (): void => setAsking(null)
  const told = (answer: { readonly ok: true } | { readonly ok: false; readonly problems: readonly Problem[] }, words: string): void => {
    close()
    if (answer.ok) done(words)
    else refused(answer.problems)
  }
  const { id, state } = detail
  const voidIt = async (reason: string): Promise<void> => told(await store.call('record.void', { id, reason }), t('spotCheck.view.voided'))
  const review = async (verdict: 'approved' | 'returned', remarks: string): Promise<void> =>
    told(await store.call('record.review', { id, verdict, remarks }), t(`spotCheck.view.reviewDone.${verdict}`))
  const common = { label: t('spotCheck.view.reason'), onClose: close }
  return (
    <>
      {isSupervisor && state !== 'void' && (
        <>
          {state !== 'approved' && (
            <Button icon={<CheckOutlined />} data-action="approve" onClick={() => void review('approved', '')}>
              {t('spotCheck.view.approve')}
            </Button>
          )}
          <Button icon={<RollbackOutlined />} data-action="return" onClick={() => setAsking('return')}>
            {t('spotCheck.view.return')}
          </Button>
        </>
      )}
      {state !== 'void' && (
        <>
          <Button data-action="correct" onClick={() => setAsking('correct')}>
            {t('spotCheck.view.correct')}
          </Button>
          <Button danger data-action="void" onClick={() => setAsking('void')}>
            {t('spotCheck.view.void')}
          </Button>
        </>
      )}
      <Button type="primary" icon={<PrinterOutlined />} data-action="print" loading={printing} onClick={() => void print()}>
        {t('spotCheck.view.print')}
      </Button>
      <ReasonDialog {...common} open={asking === 'correct'} {...wordsOf(t, 'correct')} onGive={onCorrect} />
      <ReasonDialog {...common} danger open={asking === 'void'} {...wordsOf(t, 'void')} onGive={(reason) => void voidIt(reason)} />
      <ReasonDialog
        {...common}
        open={asking === 'return'}
        {...wordsOf(t, 'return')}
        onGive={(remarks) => void review('returned', remarks)}
      />
    </>
  )
}

function wordsOf(t: ReturnType<typeof useWords>, asked: 'correct' | 'void' | 'return') {
  const words = {
    correct: { title: t('spotCheck.view.correctTitle'), text: t('spotCheck.view.correctText'), action: t('spotCheck.view.correctBegin') },
    void: { title: t('spotCheck.view.voidTitle'), text: t('spotCheck.view.voidText'), action: t('spotCheck.view.void') },
    return: { title: t('spotCheck.view.returnTitle'), text: t('spotCheck.view.returnText'), action: t('spotCheck.view.return') },
  }
  return words[asked]
}

/** Asks where to, lets the main process print the paper page there, and says where it is. */
function usePrint(detail: Detail) {
  const t = useWords()
  const { message } = App.useApp()
  const { refused } = useFeedback()
  const [printing, setPrinting] = useState(false)
  const print = async (): Promise<void> => {
    const chosen = await window.bridge.shell('files.chooseSave', { suggestedName: `${textAt(detail.doc, 'head', 'no')}.pdf`, kind: 'pdf' })
    if (!chosen.ok || chosen.value === null) return
    setPrinting(true)
    const printed = await window.bridge.shell('print.pdf', { record: detail.id, file: chosen.value }).finally(() => setPrinting(false))
    if (!printed.ok) return refused(printed.problems)
    const { file, bytes } = printed.value
    void message.open({
      type: 'success',
      duration: 8,
      content: (
        <span>
          {t('spotCheck.view.printed', { file, size: bytesInWords(bytes) })}{' '}
          <Button size="small" type="link" onClick={() => void window.bridge.shell('files.reveal', { file })}>
            {t('spotCheck.view.reveal')}
          </Button>
        </span>
      ),
    })
  }
  return { print, printing }
}
