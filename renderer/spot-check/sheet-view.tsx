import type { ReactNode } from 'react'
import { textAt } from '#shared/kernel/kind'
import { SectionFacts } from '../kernel/document/section-facts'
import { useWords } from '../kernel/i18n'
import { Panel } from '../kernel/page'
import { ItemsTable } from '../reference/items/items-table'
import { CheckPanel } from './check-panel'
import { DocumentView, type SealedProps } from './document-view'
import { PeopleFacts } from './people-facts'
import { formOf } from './sheet-doc'
import { fieldsOf } from './sheet-fields'

interface ViewProps extends SealedProps {
  readonly afterVerdict: ((check: string, state: string) => ReactNode) | undefined
}

const BEFORE_ITEMS = ['head', 'inspectedParty', 'producer', 'product', 'sampling', 'online', 'food', 'exceptions'] as const

/** A sealed sheet, with the check it belongs to. */
export function SheetView({ afterVerdict, ...sealed }: ViewProps) {
  const t = useWords()
  const { detail, photos } = sealed
  const doc = formOf(detail.doc)
  return (
    <DocumentView
      {...sealed}
      screen="sheet-view"
      name="sheet"
      no={textAt(detail.doc, 'head', 'no')}
      lead={[doc.product?.name, doc.inspectedParty?.name].filter((part) => part !== undefined).join(' · ')}
      signatures={doc.signatures ?? []}
      above={<CheckPanel check={doc.head?.check ?? detail.id} here={detail.id} photos={photos} afterVerdict={afterVerdict} />}
    >
      {BEFORE_ITEMS.map((section) => (
        <SectionFacts key={section} words="spotCheck" section={section} fields={fieldsOf(section)} doc={doc} />
      ))}
      <Panel name="items" title={t('spotCheck.section.items')}>
        <ItemsTable items={doc.items ?? []} />
      </Panel>
      <SectionFacts words="spotCheck" section="samplingBody" fields={fieldsOf('samplingBody')} doc={doc}>
        <PeopleFacts doc={doc} />
      </SectionFacts>
    </DocumentView>
  )
}
