import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { CERTIFICATION_KIND_NAMES } from '#shared/certification/certification-names'
import type { Bilingual } from '#shared/kernel/bilingual'
import { textAt } from '#shared/kernel/kind'
import { AlikeScreen } from '../enterprise/alike-screen'
import { EnterprisePage } from '../enterprise/enterprise-page'
import { useAnyWord, useNameOf } from '../kernel/i18n'
import { useNewSheet } from '../spot-check/fresh-sheets'
import { SheetsAbout } from '../spot-check/sheets-about'
import { enterpriseSearch } from './enterprise-search'
import { RecordLink } from './record-link'
import { useRecordId } from './route-facts'
import { store } from './store'

/** What a kind of certificate is called; its code where nobody knows. */
function certificationName(kind: string, nameOf: (name: Bilingual) => string): string {
  const known = (CERTIFICATION_KIND_NAMES as Readonly<Record<string, Bilingual>>)[kind]
  return known === undefined ? kind : nameOf(known)
}

export function EnterpriseRoute() {
  const id = useRecordId()
  const navigate = useNavigate()
  const newSheet = useNewSheet()
  const say = useAnyWord()
  const nameOf = useNameOf()
  const { tab = 'portrait' } = enterpriseSearch(useSearch({ strict: false }))
  const { data: detail } = useQuery(store.ask('record.get', { id }))
  const about = textAt(detail?.doc, 'uscc') || textAt(detail?.doc, 'name')
  return (
    <EnterprisePage
      key={id}
      id={id}
      tab={tab}
      onTab={(chosen) => void navigate({ to: '/enterprises/$id', params: { id }, search: { tab: chosen }, replace: true })}
      sheets={<SheetsAbout words={about} />}
      onNewSheet={() => void newSheet({ enterpriseId: id })}
      renderLink={(record) => <RecordLink record={record} />}
      nameOfWork={(type) => say(`work.${type}`)}
      nameOfKind={(kind) => say(`app.kind.${kind}`)}
      nameOfCertification={(kind) => certificationName(kind, nameOf)}
    />
  )
}

export const AlikeRoute = () => <AlikeScreen />
