import { FileAddOutlined, ShopOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { Enterprise } from '#shared/enterprise/enterprise'
import { textAt } from '#shared/kernel/kind'
import { EmptyState } from '../kernel/empty-state'
import { useWords } from '../kernel/i18n'
import { Page, Panel } from '../kernel/page'
import { usePlaceName } from '../kernel/places'
import { DemoMark } from '../kernel/state-pill'
import { store } from './store'

interface PageProps {
  readonly id: string
  /** The sheets in which it was sampled, drawn by the feature that knows sheets. */
  readonly sheets: ReactNode
  readonly onNewSheet: () => void
}

const fields = Object.keys(Enterprise.shape) as (keyof Enterprise)[]

/** One enterprise: what the directory knows of it, and every sheet about it. */
export function EnterprisePage({ id, sheets, onNewSheet }: PageProps) {
  const t = useWords()
  const { data: detail, isPending } = useQuery(store.ask('record.get', { id }))
  const textOf = useEnterpriseText()
  if (isPending) return null
  if (detail === null || detail === undefined) return <Missing />
  const action = (
    <Button type="primary" icon={<FileAddOutlined />} data-action="new-sheet-here" onClick={onNewSheet}>
      {t('enterprise.newSheet')}
    </Button>
  )
  const title = (
    <>
      {textAt(detail.doc, 'name')} {detail.demo && <DemoMark />}
    </>
  )
  return (
    <Page screen="enterprise" title={title} lead={<span className="mono">{textAt(detail.doc, 'uscc')}</span>} actions={action}>
      <Panel title={t('enterprise.facts')}>
        <dl className="facts">
          {fields
            .filter((name) => name !== 'name' && textAt(detail.doc, name) !== '')
            .map((name) => (
              <div key={name} className="fact" data-span={name === 'address' || name === 'mainProducts' ? 'full' : 'third'}>
                <dt>{t(`enterprise.field.${name}`)}</dt>
                <dd>{textOf(name, textAt(detail.doc, name))}</dd>
              </div>
            ))}
        </dl>
      </Panel>
      <Panel title={t('enterprise.sheets')}>{sheets}</Panel>
    </Page>
  )
}

function useEnterpriseText(): (name: keyof Enterprise, value: string) => string {
  const t = useWords()
  const placeName = usePlaceName()
  return (name, value) => {
    if (name === 'region') return placeName(value)
    return name === 'size' ? t(`enterprise.size.${value as 'large'}`) : value
  }
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
