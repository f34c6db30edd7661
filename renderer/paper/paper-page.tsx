import type { ReactNode } from 'react'
import type { PaperPrint } from '#shared/paper/paper-contract'
import { useWords } from '../kernel/i18n'
import { QrCode } from './qr-code'
import { Words } from './said'
import { saidOf } from './use-said'

type Copy = PaperPrint['copies'][number]

interface PageProps {
  readonly print: PaperPrint
  readonly copy: Copy
  readonly page: number
  readonly pages: number
  readonly children: ReactNode
}

/** One sheet of A4: which copy it is, what stands on it, and at its foot what identifies it. */
export function PaperPage({ print, copy, page, pages, children }: PageProps) {
  return (
    <article className="paper-page" data-copy={copy.no} data-page={page}>
      <Watermark print={print} />
      <CopyMark print={print} copy={copy} />
      <div className="paper-content">{children}</div>
      <Footer print={print} page={page} pages={pages} />
    </article>
  )
}

function Watermark({ print: { mark, demo, language } }: Pick<PageProps, 'print'>) {
  const marks = [...(mark === 'none' ? [] : [mark]), ...(demo ? (['demo'] as const) : [])]
  if (marks.length === 0) return null
  const said = marks.map((one) => saidOf(language, (t) => t(`paper.print.${one}`)))
  return <div className="paper-watermark" data-words={said.map(({ zh }) => zh).join(' ')} />
}

function CopyMark({ print: { language, model }, copy }: Pick<PageProps, 'print' | 'copy'>) {
  const number = saidOf(language, (t) => {
    const numbers = t('paper.print.numbers')
    return t('paper.print.copyNo', { no: numbers.charAt(copy.no - 1) })
  })
  const named = { zh: copy.zh, en: language === 'zhEn' ? copy.en : null }
  const whom = { zh: copy.forWhom.zh, en: language === 'zhEn' ? copy.forWhom.en : null }
  return (
    <header className="paper-top">
      <span>{model.title.zh}</span>
      <span className="paper-copy">
        {copy.print > 1 && (
          <strong className="paper-reprint">
            <Words said={saidOf(language, (t) => t('paper.print.reprint', { n: copy.print }))} />
          </strong>
        )}
        <strong>
          <Words said={number} />
        </strong>{' '}
        <Words said={named} />
        <span className="paper-whom">
          <Words said={whom} />
        </span>
      </span>
    </header>
  )
}

/** The head of the first page: title between the code that leads back to the sealed content and the number. */
export function PaperTitle({ print }: Pick<PageProps, 'print'>) {
  const { model, verification, language } = print
  const t = useWords()
  return (
    <div className="paper-title" data-fragment="title">
      <div className="paper-verify">
        {verification !== null && (
          <>
            <QrCode text={verification.text} label={t('paper.print.code')} />
            <span>
              <Words said={saidOf(language, (words) => words('paper.print.scan'))} />
            </span>
          </>
        )}
      </div>
      <div>
        {model.issuer !== null && (
          <p className="paper-issuer">
            <Words said={model.issuer} />
          </p>
        )}
        <h1>
          <Words said={model.title} />
        </h1>
      </div>
      <p className="paper-no">
        <Words said={model.no.label} />
        <strong>{model.no.value}</strong>
      </p>
    </div>
  )
}

function Footer({ print, page, pages }: Pick<PageProps, 'print' | 'page' | 'pages'>) {
  const { verification, layout, language, demo, mark, model } = print
  const without = mark === 'draft' ? 'noCode' : 'beforeSealing'
  const line = (say: Parameters<typeof saidOf>[1]) => <Words said={saidOf(language, say)} />
  return (
    <footer className="paper-footer">
      <p>
        {verification === null ? (
          line((t) => t(`paper.print.${without}`))
        ) : (
          <>
            {line((t) => t('paper.print.code'))} <code>{verification.revision}</code>
          </>
        )}
      </p>
      <p>
        {line((t) => t('paper.print.basis'))}
        <Words said={model.basis} />
      </p>
      <p className="paper-last">
        <span>
          {verification?.no ?? ''} {line((t) => t('paper.print.form', { name: layout.name, edition: layout.edition }))}
          {demo && <> · {line((t) => t('paper.print.demoNote'))}</>}
        </span>
        <span>{line((t) => t('paper.print.page', { page, pages }))}</span>
      </p>
    </footer>
  )
}
