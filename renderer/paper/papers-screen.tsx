import './papers.css'
import { ArrowLeftOutlined, FileUnknownOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import type { PaperEntry } from '#shared/paper/paper-contract'
import { EmptyState } from '../kernel/empty-state'
import { useWords } from '../kernel/i18n'
import { Page } from '../kernel/page'
import { PaperList } from './paper-list'
import { PaperOptions } from './paper-options'
import { Preview } from './preview'
import { store } from './store'
import type { Wanted } from './use-printing'

/** Every paper of one record: which there are, how it will look, which copies, and off to the printer. */
export function PapersScreen({ id }: { readonly id: string }) {
  const t = useWords()
  const { data: papers, isPending } = useQuery({ ...store.ask('paper.listLayouts', { record: id }), retry: false })
  if (isPending) return null
  return (
    <Page
      screen="papers"
      title={t('paper.screen.title')}
      lead={t('paper.screen.lead')}
      wide
      actions={
        <Button icon={<ArrowLeftOutlined />} data-action="back" onClick={() => window.history.back()}>
          {t('paper.screen.back')}
        </Button>
      }
    >
      {papers === undefined || papers.length === 0 ? <Nothing missing={papers === undefined} /> : <Papers id={id} papers={papers} />}
    </Page>
  )
}

function Papers({ id, papers }: { readonly id: string; readonly papers: readonly PaperEntry[] }) {
  const first = papers.find(({ available }) => available)
  const [chosen, setChosen] = useState<Choice>({ layout: first?.name ?? '', copies: null, language: 'zh' })
  const paper = papers.find(({ name }) => name === chosen.layout)
  const wanted: Wanted | null =
    paper?.available === true
      ? { record: id, layout: paper.name, language: chosen.language, copies: chosen.copies ?? paper.copies.map(({ no }) => no) }
      : null
  return (
    <div className="papers">
      <div className="papers-side">
        <PaperList papers={papers} chosen={chosen.layout} onChoose={(layout) => setChosen({ ...chosen, layout, copies: null })} />
        {paper !== undefined && wanted !== null && (
          <PaperOptions
            paper={paper}
            wanted={wanted}
            onChange={({ copies, language }) => setChosen({ ...chosen, copies: [...copies], language })}
          />
        )}
      </div>
      {wanted !== null && <Preview wanted={wanted} />}
    </div>
  )
}

interface Choice {
  readonly layout: string
  /** null: all there are. */
  readonly copies: readonly number[] | null
  readonly language: Wanted['language']
}

function Nothing({ missing }: { readonly missing: boolean }) {
  const t = useWords()
  return (
    <EmptyState icon={<FileUnknownOutlined />} title={t(missing ? 'paper.screen.missing' : 'paper.screen.none')}>
      {t(missing ? 'paper.screen.missingText' : 'paper.screen.noneText')}
    </EmptyState>
  )
}
