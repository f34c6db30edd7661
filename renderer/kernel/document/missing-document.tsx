import { FileUnknownOutlined } from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import { EmptyState } from '../empty-state'
import { useWords } from '../i18n'
import { Page } from '../page'

/** An address that leads to nothing on this device; `to` is the list it should have come from. */
export function MissingDocument({ to = '/spot-checks' }: { readonly to?: '/spot-checks' | '/visits' | '/problems' }) {
  const t = useWords()
  return (
    <Page screen="document-missing" title={t('kernel.document.missing')}>
      <EmptyState
        icon={<FileUnknownOutlined />}
        title={t('kernel.document.missing')}
        action={<Link to={to}>{t('kernel.document.back')}</Link>}
      >
        {t('kernel.document.missingText')}
      </EmptyState>
    </Page>
  )
}
