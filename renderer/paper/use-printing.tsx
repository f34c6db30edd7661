import { App, Button } from 'antd'
import { useState } from 'react'
import type { PaperLanguage, PaperPrint } from '#shared/paper/paper-contract'
import { useFeedback } from '../kernel/feedback'
import { bytesInWords } from '../kernel/format'
import { useWords } from '../kernel/i18n'
import { store } from './store'

export interface Wanted {
  readonly record: string
  readonly layout: string
  readonly language: PaperLanguage
  readonly copies: readonly number[]
}

/** The main process prints the paper page; what came out is noted, so that the next print is known as a reprint. */
export function usePrinting({ record, layout, language, copies }: Wanted, print: PaperPrint | null) {
  const t = useWords()
  const { refused, done } = useFeedback()
  const tell = useTell()
  const [busy, setBusy] = useState(false)
  const paper = { record, layout, language, copies: [...copies] }
  const note = async (): Promise<void> => {
    const noted = await store.call('paper.notePrinted', { record, layout, copies: [...copies] })
    if (!noted.ok) refused(noted.problems)
  }
  const savePdf = async (): Promise<void> => {
    const suggestedName = `${print?.model.no.value.replace(/[^\w-]/g, '') || 'paper'}-${layout}.pdf`
    const chosen = await window.bridge.shell('files.chooseSave', { suggestedName, kind: 'pdf' })
    if (!chosen.ok || chosen.value === null) return
    const file = chosen.value
    setBusy(true)
    const printed = await window.bridge.shell('print.pdf', { ...paper, file }).finally(() => setBusy(false))
    if (!printed.ok) return refused(printed.problems)
    await note()
    tell(t('paper.screen.written', { file: printed.value.file, size: bytesInWords(printed.value.bytes) }), printed.value.file)
  }
  const sendToPrinter = async (): Promise<void> => {
    setBusy(true)
    const sent = await window.bridge.shell('print.paper', paper).finally(() => setBusy(false))
    if (!sent.ok) return refused(sent.problems)
    if (!sent.value.printed) return
    await note()
    done(t('paper.screen.sent'))
  }
  return { savePdf, sendToPrinter, busy }
}

/** Says where a file is, and shows it there. */
function useTell() {
  const t = useWords()
  const { message } = App.useApp()
  return (words: string, file: string): void => {
    const reveal = (
      <Button size="small" type="link" onClick={() => void window.bridge.shell('files.reveal', { file })}>
        {t('paper.screen.reveal')}
      </Button>
    )
    void message.open({
      type: 'success',
      duration: 8,
      content: (
        <span data-result="printed">
          {words} {reveal}
        </span>
      ),
    })
  }
}
