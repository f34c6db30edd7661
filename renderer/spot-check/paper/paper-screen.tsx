import './paper.css'
import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { shortHash } from '../../kernel/format'
import { useWords } from '../../kernel/i18n'
import { formOf } from '../sheet-doc'
import { store } from '../store'
import { PaperPhotos } from './paper-photos'
import { PaperSheet } from './paper-sheet'

/** Only the paper, for the printer; tells the main process when data, fonts and pictures are there. */
export function PaperScreen({ id }: { readonly id: string }) {
  const t = useWords()
  const { data: detail } = useQuery(store.ask('record.get', { id }))
  const { data: photos } = useQuery(store.ask('attachment.list', { record: id }))
  const loaded = detail !== undefined && detail !== null && photos !== undefined
  useEffect(() => {
    if (loaded) void whenPainted().then(() => window.bridge.ready())
  }, [loaded])
  if (!loaded) return null
  const doc = formOf(detail.doc)
  const no = doc.head?.no ?? ''
  const pictures = photos.filter(({ present, mime }) => present && mime.startsWith('image/'))
  return (
    <main className="paper" data-screen="paper">
      {detail.demo && <div className="paper-watermark" data-words={t('spotCheck.paper.demo')} />}
      {/* Head and foot of a table come again on every printed page: they are its margins, and leave room for the footer. */}
      <table className="paper-frame" role="presentation">
        <thead className="paper-top">
          <tr>
            <td>{'\u00a0'}</td>
          </tr>
        </thead>
        <tbody>
          <tr>
            <td>
              <PaperSheet doc={doc} />
              {pictures.length > 0 && <PaperPhotos photos={pictures} no={no} />}
            </td>
          </tr>
        </tbody>
        <tfoot className="paper-room">
          <tr>
            <td>{'\u00a0'}</td>
          </tr>
        </tfoot>
      </table>
      <footer className="paper-footer">
        <span>
          {detail.revision === null
            ? t('spotCheck.paper.draftFooter', { no })
            : t('spotCheck.paper.footer', { no, revision: shortHash(detail.revision) })}
        </span>
        <span>{t(detail.demo ? 'spotCheck.paper.demoNote' : 'spotCheck.paper.verify')}</span>
      </footer>
    </main>
  )
}

async function whenPainted(): Promise<void> {
  await document.fonts.ready
  // A picture that cannot be read must not keep the paper from being printed.
  await Promise.all([...document.images].map((image) => image.decode().catch(() => undefined)))
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
}
