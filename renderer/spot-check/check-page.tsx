import './sheet.css'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { MissingDocument } from '../kernel/document/missing-document'
import { useWords } from '../kernel/i18n'
import { Page } from '../kernel/page'
import { DemoMark } from '../kernel/state-pill'
import { CheckPanel } from './check-panel'
import { CheckState } from './check-state'
import type { PhotosOf } from './sheet-form'
import { store } from './store'

interface PageProps {
  readonly id: string
  readonly photos: PhotosOf
  /** A step to begin with at once, as a link promised. */
  readonly step?: string | undefined
  readonly afterVerdict?: (check: string, state: string) => ReactNode
}

/** A check by itself: of a task, while there is no paper yet. */
export function CheckPage({ id, photos, step, afterVerdict }: PageProps) {
  const t = useWords()
  const { data } = useQuery(store.ask('spotCheck.getCheck', { check: id }))
  if (data === undefined) return null
  if (data === null) return <MissingDocument />
  const { summary } = data
  return (
    <Page
      screen="check"
      wide
      title={
        <>
          {summary.title} <CheckState state={summary.state} /> {summary.demo && <DemoMark />}
        </>
      }
      lead={t('spotCheck.check.title')}
    >
      <CheckPanel check={id} here="" photos={photos} afterVerdict={afterVerdict} begin={step} />
    </Page>
  )
}
