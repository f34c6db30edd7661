import { CheckOutlined, RollbackOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import type { RecordDetail } from '#shared/kernel/record-contract'
import type { Problem } from '#shared/kernel/result'
import { useFeedback } from '../kernel/feedback'
import { useWords } from '../kernel/i18n'
import { PrintButton } from '../kernel/print-button'
import { ReasonDialog } from '../kernel/reason-dialog'
import { store } from './store'

interface ActionsProps {
  readonly detail: RecordDetail
  /** What such a document is called. */
  readonly name: 'sheet' | 'report' | 'task'
  readonly isSupervisor: boolean
  readonly onCorrect: (reason: string) => void
}

type Asking = 'correct' | 'void' | 'return' | null

/** What may be done with a sealed sheet: print it, correct it, void it; a supervisor approves or returns it. */
export function ViewActions({ detail, name, isSupervisor, onCorrect }: ActionsProps) {
  const t = useWords()
  const [asking, setAsking] = useState<Asking>(null)
  const { refused, done } = useFeedback()
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
      {name !== 'task' && <PrintButton record={id} primary />}
      <ReasonDialog {...common} open={asking === 'correct'} {...wordsOf(t, 'correct', name)} onGive={onCorrect} />
      <ReasonDialog {...common} danger open={asking === 'void'} {...wordsOf(t, 'void', name)} onGive={(reason) => void voidIt(reason)} />
      <ReasonDialog
        {...common}
        open={asking === 'return'}
        {...wordsOf(t, 'return', name)}
        onGive={(remarks) => void review('returned', remarks)}
      />
    </>
  )
}

function wordsOf(t: ReturnType<typeof useWords>, asked: 'correct' | 'void' | 'return', kind: ActionsProps['name']) {
  const name = t(`spotCheck.view.name.${kind}`)
  const words = {
    correct: {
      title: t('spotCheck.view.correctTitle', { name }),
      text: t('spotCheck.view.correctText'),
      action: t('spotCheck.view.correctBegin'),
    },
    void: { title: t('spotCheck.view.voidTitle', { name }), text: t('spotCheck.view.voidText'), action: t('spotCheck.view.void') },
    return: { title: t('spotCheck.view.returnTitle', { name }), text: t('spotCheck.view.returnText'), action: t('spotCheck.view.return') },
  }
  return words[asked]
}
