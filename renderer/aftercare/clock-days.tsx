import { WarningFilled } from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import type { CaseClock } from '#shared/aftercare/aftercare-contract'
import { recipientName } from '#shared/aftercare/recipients'
import { useLanguage, useWords } from '../kernel/i18n'

/** What a clock is called, and whom it is about where it runs several times. */
export function ClockName({ clock: { name, about } }: { readonly clock: Pick<CaseClock, 'name' | 'about'> }) {
  const language = useLanguage()
  return (
    <>
      {name[language]}
      {about !== '' && <span className="quiet clock-about">{recipientName(about)[language]}</span>}
    </>
  )
}

/** The legal day, or the year whose calendar is missing: a day is never guessed. */
export function LegalDay({ clock: { due, missingYear, window } }: { readonly clock: Pick<CaseClock, 'due' | 'missingYear' | 'window'> }) {
  const t = useWords()
  if (missingYear !== null)
    return (
      <span className="clock-missing">
        <WarningFilled aria-hidden /> {t('aftercare.missingYear', { year: missingYear })}{' '}
        <Link to="/reference">{t('aftercare.missingYearLink')}</Link>
      </span>
    )
  return (
    <>
      <strong className="number">{due}</strong>
      {window !== null && <span className="quiet clock-about number">{t('aftercare.window', window)}</span>}
    </>
  )
}
