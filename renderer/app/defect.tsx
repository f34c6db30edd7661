import { type ErrorComponentProps, Link, useRouter } from '@tanstack/react-router'
import { Button, Result } from 'antd'
import { useWords } from '../kernel/i18n'
import { queryClient } from '../kernel/query-client'

/** Our own mistake: first that the person's work is safe, then the cause, then a way on. */
export function Defect({ error, reset }: ErrorComponentProps) {
  const t = useWords()
  const router = useRouter()
  const again = (): void => {
    queryClient.removeQueries()
    reset()
    void router.invalidate()
  }
  return (
    <div data-screen="defect" role="alert">
      <Result
        status="error"
        title={t('kernel.defect.title')}
        subTitle={t('kernel.defect.safe')}
        extra={[
          <Button key="again" type="primary" onClick={again}>
            {t('kernel.defect.retry')}
          </Button>,
          <Link key="home" to="/">
            {t('kernel.defect.home')}
          </Link>,
        ]}
      >
        <p>{t('kernel.defect.cause')}</p>
        <pre className="defect-cause">{error instanceof Error ? error.message : String(error)}</pre>
      </Result>
    </div>
  )
}

export function NotFound() {
  const t = useWords()
  return (
    <div data-screen="not-found">
      <Result
        status="404"
        title={t('app.notFound')}
        subTitle={t('app.notFoundText')}
        extra={<Link to="/">{t('kernel.defect.home')}</Link>}
      />
    </div>
  )
}
