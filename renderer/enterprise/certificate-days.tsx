import { useWords } from '../kernel/i18n'

const SOON = 90

/** How long a certificate still holds; red once it does not. */
export function CertificateDays({ left }: { readonly left: number }) {
  const t = useWords()
  if (left < 0) return <span className="credit-minus">{t('enterprise.expired', { n: -left })}</span>
  return <span className={left <= SOON ? 'days-soon' : 'number'}>{t('enterprise.daysLeft', { n: left })}</span>
}
