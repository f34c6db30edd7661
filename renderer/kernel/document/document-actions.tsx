import { CheckOutlined, RollbackOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import type { RecordDetail } from '#shared/kernel/record-contract'
import type { Problem } from '#shared/kernel/result'
import { useFeedback } from '../feedback'
import { useWords } from '../i18n'
import { PrintButton } from '../print-button'
import { ReasonDialog } from '../reason-dialog'
import { records } from '../record-store'

export interface ActionsProps {
  readonly detail: RecordDetail
  /** What such a document is called, in the language in use. */
  readonly name: string
  readonly isSupervisor: boolean
  /** Whether there are papers of it. */
  readonly isPrinted?: boolean
  readonly onCorrect: (reason: string) => void
}

type Asking = 'correct' | 'void' | 'return' | null

/** What may be done with a sealed document: print it, correct it, void it; a supervisor approves or returns it. */
export function DocumentActions({ detail, name, isSupervisor, isPrinted = true, onCorrect }: ActionsProps) {
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
  const voidIt = async (reason: string): Promise<void> =>
    told(await records.call('record.void', { id, reason }), t('kernel.document.voided'))
  const review = async (verdict: 'approved' | 'returned', remarks: string): Promise<void> =>
    told(await records.call('record.review', { id, verdict, remarks }), t(`kernel.document.reviewDone.${verdict}`))
  const common = { label: t('kernel.document.reason'), onClose: close }
  return (
    <>
      {isSupervisor && state !== 'void' && (
        <>
          {state !== 'approved' && (
            <Button icon={<CheckOutlined />} data-action="approve" onClick={() => void review('approved', '')}>
              {t('kernel.document.approve')}
            </Button>
          )}
          <Button icon={<RollbackOutlined />} data-action="return" onClick={() => setAsking('return')}>
            {t('kernel.document.return')}
          </Button>
        </>
      )}
      {state !== 'void' && (
        <>
          <Button data-action="correct" onClick={() => setAsking('correct')}>
            {t('kernel.document.correct')}
          </Button>
          <Button danger data-action="void" onClick={() => setAsking('void')}>
            {t('kernel.document.void')}
          </Button>
        </>
      )}
      {isPrinted && <PrintButton record={id} primary />}
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

const wordsOf = (t: ReturnType<typeof useWords>, asked: 'correct' | 'void' | 'return', name: string) => ({
  title: t(`kernel.document.${asked}Title`, { name }),
  text: t(`kernel.document.${asked}Text`),
  action: t(asked === 'correct' ? 'kernel.document.correctBegin' : `kernel.document.${asked}`),
})
