import './enterprise.css'
import { ShopOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Tabs } from 'antd'
import type { ReactNode } from 'react'
import type { RecordRef } from '#shared/enterprise/portrait-contract'
import { textAt } from '#shared/kernel/kind'
import { EmptyState } from '../kernel/empty-state'
import { useWords } from '../kernel/i18n'
import { Page } from '../kernel/page'
import { usePlaceName } from '../kernel/places'
import { DemoMark } from '../kernel/state-pill'
import { AlikeTab } from './alike-tab'
import { CreditTab, GradeMark } from './credit-tab'
import { DoorTab } from './door-tab'
import { EnterpriseActions } from './enterprise-actions'
import type { Known } from './known-enterprise'
import { PeopleTab } from './people-tab'
import { PortraitTab } from './portrait-tab'
import { store } from './store'
import { type EnterpriseTab, TABS } from './tabs'
import { TimelineTab } from './timeline-tab'

interface PageProps {
  readonly id: string
  readonly tab: EnterpriseTab
  readonly onTab: (tab: EnterpriseTab) => void
  /** The sheets in which it was sampled, drawn by the feature that knows sheets. */
  readonly sheets: ReactNode
  readonly onNewSheet: () => void
  /** The way to a record of any kind. */
  readonly renderLink: (record: RecordRef) => ReactNode
  /** What a kind of record, or of certificate, is called. */
  readonly nameOfKind: (kind: string) => string
  readonly nameOfCertification: (kind: string) => string
  readonly nameOfWork: (type: string) => string
}

/** 质量画像: everything about one enterprise, under whatever entry of the directory it was written. */
export function EnterprisePage(props: PageProps) {
  const { data: found, isPending } = useQuery(store.ask('enterprise.get', { id: props.id }))
  if (isPending) return null
  return found === null || found === undefined ? <Missing /> : <Found {...props} enterprise={found} />
}

function Found({ enterprise, tab, onTab, sheets, ...props }: PageProps & { readonly enterprise: Known }) {
  const t = useWords()
  const { id, doc, demo } = enterprise
  const { onNewSheet, renderLink, nameOfKind, nameOfCertification, nameOfWork } = props
  const title = (
    <>
      {textAt(doc, 'name')} <GradeMark id={id} onOpen={() => onTab('credit')} /> {demo && <DemoMark />}
    </>
  )
  const content: Readonly<Record<EnterpriseTab, ReactNode>> = {
    portrait: <PortraitTab enterprise={enterprise} nameOfCertification={nameOfCertification} />,
    timeline: <TimelineTab id={id} renderLink={renderLink} nameOfKind={nameOfKind} />,
    door: <DoorTab enterprise={enterprise} {...{ renderLink, nameOfCertification, nameOfWork }} />,
    credit: <CreditTab id={id} renderLink={renderLink} />,
    people: <PeopleTab doc={doc} />,
    alike: <AlikeTab enterprise={enterprise} />,
    sheets,
  }
  return (
    <Page
      screen="enterprise"
      wide
      title={title}
      lead={<Lead doc={doc} />}
      actions={<EnterpriseActions enterprise={enterprise} onNewSheet={onNewSheet} />}
    >
      <Tabs
        className="enterprise-tabs"
        activeKey={tab}
        onChange={(chosen) => onTab(chosen as EnterpriseTab)}
        items={TABS.map((key) => ({
          key,
          label: <span data-tab={key}>{t(`enterprise.tab.${key}`)}</span>,
          children: key === tab ? content[key] : null,
        }))}
      />
    </Page>
  )
}

/** Code, district, address, contact: what tells it from another of nearly the same name. */
function Lead({ doc }: { readonly doc: Known['doc'] }) {
  const t = useWords()
  const placeName = usePlaceName()
  const rest = [
    placeName(textAt(doc, 'region')),
    textAt(doc, 'address'),
    [textAt(doc, 'contact'), textAt(doc, 'phone')].filter((part) => part !== '').join(' '),
  ]
  return (
    <>
      <span className="mono">{textAt(doc, 'uscc') || t('enterprise.noUscc')}</span> · {rest.filter((part) => part !== '').join(' · ')}
    </>
  )
}

function Missing() {
  const t = useWords()
  return (
    <Page screen="enterprise-missing" title={t('enterprise.missing')}>
      <EmptyState icon={<ShopOutlined />} title={t('enterprise.missing')} action={<Link to="/enterprises">{t('enterprise.back')}</Link>}>
        {t('enterprise.missingText')}
      </EmptyState>
    </Page>
  )
}
