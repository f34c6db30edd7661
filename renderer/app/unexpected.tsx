import { App } from 'antd'
import { useEffect } from 'react'
import { useWords } from '../kernel/i18n'
import { StoreGone } from '../kernel/port'

/**
 * What was asked of the store and came back as a defect is told, and that nothing saved is lost. An answer that can no longer
 * come, because its profile was closed, is nobody's business any more.
 */
export function Unexpected() {
  const t = useWords()
  const { message } = App.useApp()
  useEffect(() => {
    const listen = (event: PromiseRejectionEvent): void => {
      if (event.reason instanceof StoreGone) event.preventDefault()
      else void message.error(`${t('kernel.defect.title')}: ${t('kernel.defect.safe')}`, 8)
    }
    window.addEventListener('unhandledrejection', listen)
    return () => window.removeEventListener('unhandledrejection', listen)
  }, [message, t])
  return null
}
