import { FileUnknownOutlined } from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import { EmptyState } from '../kernel/empty-state'
import { useWords } from '../kernel/i18n'
import { Page } from '../kernel/page'

/** An address that leads to nothing on this device. */
export function MissingDocument() {
  const t = useWords()
  return (
    <Page screen="sheet-missing" title={t('spotCheck.view.missing')}>
      <EmptyState
        icon={<FileUnknownOutlined />}
        title={t('spotCheck.view.missing')}
        action={<Link to="/spot-checks">{t('spotCheck.view.back')}</Link>}
      >
        {t('spotCheck.view.missingText')}
      </EmptyState>
    </Page>
  )
}
