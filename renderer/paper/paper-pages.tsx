import './paper.css'
import { Fragment as Together, useLayoutEffect, useRef, useState } from 'react'
import type { PaperPrint } from '#shared/paper/paper-contract'
import { BlockView, type Piece } from './block-view'
import { type Fragment, paginate } from './paginate'
import { PaperPage, PaperTitle } from './paper-page'
import { rowsOf } from './slice-block'

const MM = 96 / 25.4
/** What a page holds between its head and its foot, less a little that a printer may measure otherwise. */
const ROOM = 261 * MM

interface PagesProps {
  readonly print: PaperPrint
  readonly onPaged?: (() => void) | undefined
}

/**
 * A paper as the sheets it will be printed on. It is set once where nobody sees it, measured, and cut between rows and
 * paragraphs: the browser's own page breaks know neither copies nor their page numbers.
 */
export function PaperPages({ print, onPaged }: PagesProps) {
  const [pages, setPages] = useState<readonly (readonly Piece[])[] | null>(null)
  const ruler = useRef<HTMLDivElement>(null)
  const whole = print.model.blocks.map((block): Piece => ({ block, from: 0, to: rowsOf(block, print.photos.length) }))
  useLayoutEffect(() => {
    if (ruler.current !== null) setPages(cut(print, fragmentsIn(ruler.current)))
  }, [print])
  useLayoutEffect(() => {
    if (pages !== null) onPaged?.()
  }, [pages, onPaged])
  return (
    <div className="paper" data-style={print.model.style} data-language={print.language}>
      <div className="paper-ruler" ref={ruler} aria-hidden="true" inert>
        <div className="paper-content">
          <PaperTitle print={print} />
          {whole.map((piece, index) => (
            <BlockView key={String(index)} piece={piece} print={print} />
          ))}
        </div>
      </div>
      <div className="paper-sheets">
        {pages !== null &&
          print.copies.map((copy) => (
            <Together key={copy.no}>
              {pages.map((pieces, index) => (
                <PaperPage key={String(index)} print={print} copy={copy} page={index + 1} pages={pages.length}>
                  {index === 0 && <PaperTitle print={print} />}
                  {pieces.map((piece, place) => (
                    <BlockView key={String(place)} piece={piece} print={print} />
                  ))}
                </PaperPage>
              ))}
            </Together>
          ))}
      </div>
    </div>
  )
}

/** Where everything came to stand that cannot be torn, in the order of the paper. */
function fragmentsIn(ruler: HTMLElement): Fragment[] {
  return [...ruler.querySelectorAll<HTMLElement>('[data-fragment]')].map((element, index, all) => {
    const { top, bottom } = element.getBoundingClientRect()
    const head = element.closest('table')?.tHead?.getBoundingClientRect().height ?? 0
    return {
      top,
      bottom,
      head,
      breakBefore: false,
      // Nobody is to sign a page on which nothing stands that is signed for.
      keepWithNext:
        all[index + 1]?.dataset['fragment'] === 'signatures' || ['heading', 'title', 'closing'].includes(element.dataset['fragment'] ?? ''),
    }
  })
}

/** The place of every fragment behind the title: which block, which of its rows. */
function placesOf({ model, photos }: PaperPrint): { readonly block: number; readonly row: number; readonly opens: boolean }[] {
  let opens = false
  return model.blocks.flatMap((block, index) => {
    const count = rowsOf(block, photos.length)
    if (block.block === 'pageBreak') opens = true
    return Array.from({ length: count }, (_row, row) => {
      const place = { block: index, row, opens: row === 0 && (opens || block.block === 'photos') }
      opens = false
      return place
    })
  })
}

function cut(print: PaperPrint, [title, ...rest]: readonly Fragment[]): Piece[][] {
  const places = placesOf(print)
  if (title === undefined || rest.length !== places.length) throw new Error('the paper is not what was measured')
  const fragments = [title, ...rest.map((fragment, index) => ({ ...fragment, breakBefore: places[index]?.opens ?? false }))]
  const starts = paginate(fragments, ROOM)
  return starts.map((start, page) => {
    const end = starts[page + 1] ?? fragments.length
    return piecesOf(print, places.slice(Math.max(0, start - 1), end - 1))
  })
}

function piecesOf({ model }: PaperPrint, places: readonly { readonly block: number; readonly row: number }[]): Piece[] {
  const blocks = [...new Set(places.map(({ block }) => block))]
  return blocks.flatMap((index): Piece[] => {
    const rows = places.filter(({ block }) => block === index).map(({ row }) => row)
    const block = model.blocks[index]
    return block === undefined ? [] : [{ block, from: Math.min(...rows), to: Math.max(...rows) + 1 }]
  })
}
