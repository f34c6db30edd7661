import type { ReactNode } from 'react'
import type { PaperPrint } from '#shared/paper/paper-contract'
import type { BlockOf, ModelBlock } from '#shared/paper/paper-model'
import { FieldsTable } from './fields-table'
import { Checklist, ListTable } from './list-table'
import { PhotoAnnex } from './photo-annex'
import { Words } from './said'
import { SignaturePlaces } from './signature-places'
import { sliceBlock } from './slice-block'
import { saidOf } from './use-said'

/** Which rows of a block: all of it, or what stands on one page. */
export interface Piece {
  readonly block: ModelBlock
  readonly from: number
  readonly to: number
}

interface BlockProps {
  readonly piece: Piece
  readonly print: PaperPrint
}

/** One block of a paper, or the rows of it that stand on a page. What cannot be torn says so itself. */
export function BlockView({ piece: { block, from, to }, print }: BlockProps) {
  const slice = sliceBlock(block, from, to)
  if (slice === null) return null
  if (slice.block === 'fields') return <FieldsTable block={slice} />
  if (slice.block === 'list') return <ListTable block={slice} />
  if (slice.block === 'checklist') return <Checklist block={slice} />
  if (slice.block === 'photos') return <PhotoAnnex photos={print.photos} from={from} to={to} language={print.language} />
  return <div data-fragment={slice.block}>{prose(slice, print.language)}</div>
}

type Whole = Exclude<ModelBlock, { readonly block: 'fields' | 'list' | 'checklist' | 'photos' }>
const BOX = { true: '☑', false: '☐' } as const

/** What is never torn: a paragraph, a row of places to sign. */
function prose(block: Whole, language: PaperPrint['language']): ReactNode {
  switch (block.block) {
    case 'heading':
      return (
        <h2 className="paper-heading">
          <Words said={block.text} />
        </h2>
      )
    case 'paragraph':
      return (
        <p className="paper-paragraph" data-indent={block.indent} data-strong={block.strong} style={{ textAlign: block.align }}>
          <Words said={block.text} />
        </p>
      )
    case 'statement':
      return (
        <p className="paper-statement">
          <span className="paper-check">{BOX[block.checked ? 'true' : 'false']}</span> <Words said={block.text} />
        </p>
      )
    case 'signatures':
      return <SignaturePlaces block={block} language={language} />
    case 'closing':
      return <Closing block={block} language={language} />
    case 'note':
      return (
        <p className="paper-note">
          <Words said={block.text} />
        </p>
      )
    case 'pageBreak':
      return null
  }
}

function Closing({ block: { text, day }, language }: { readonly block: BlockOf<'closing'>; readonly language: PaperPrint['language'] }) {
  return (
    <div className="paper-closing">
      <p>
        <Words said={text} /> <Words said={saidOf(language, (t) => t('paper.print.stamp'))} />
      </p>
      <p>
        <Words said={day ?? saidOf(language, (t) => t('paper.print.day'))} />
      </p>
    </div>
  )
}
