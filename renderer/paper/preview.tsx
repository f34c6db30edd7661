/* oxlint-disable jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard */
import { useWords } from '../kernel/i18n'
import { PaperPages } from './paper-pages'
import { usePrint } from './use-print'
import type { Wanted } from './use-printing'

/** The very pages that will be printed, made smaller. */
export function Preview({ wanted }: { readonly wanted: Wanted }) {
  const t = useWords()
  const print = usePrint(wanted)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className="paper-preview" aria-label={t('paper.screen.preview')} tabIndex={0}>
      {print !== null && <PaperPages print={print} />}
    </section>
  )
}
