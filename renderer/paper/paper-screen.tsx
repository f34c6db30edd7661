import { useQuery } from '@tanstack/react-query'
import { useCallback } from 'react'
import type { PaperLanguage } from '#shared/paper/paper-contract'
import { PaperPages } from './paper-pages'
import { store } from './store'

export interface WantedPaper {
  readonly layout: string
  readonly language: PaperLanguage
  readonly copies?: readonly number[] | undefined
}

/** Only the paper, for the printer; tells the main process when data, fonts and pictures are there. */
export function PaperScreen({ id, wanted: { layout, language, copies } }: { readonly id: string; readonly wanted: WantedPaper }) {
  const { data: print } = useQuery(
    store.ask('paper.get', { record: id, layout, language, ...(copies === undefined ? {} : { copies: [...copies] }) }),
  )
  const tell = useCallback(() => void whenPainted().then(() => window.bridge.ready()), [])
  if (print === undefined) return null
  return (
    <main data-screen="paper">
      <PaperPages print={print} onPaged={tell} />
    </main>
  )
}

async function whenPainted(): Promise<void> {
  await document.fonts.ready
  // A picture that cannot be read must not keep the paper from being printed.
  await Promise.all([...document.images].map((image) => image.decode().catch(() => undefined)))
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
}
