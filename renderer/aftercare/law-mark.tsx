import { BookOutlined } from '@ant-design/icons'
import { Tooltip } from 'antd'
import type { CaseClock } from '#shared/aftercare/aftercare-contract'
import { useLanguage, useWords } from '../kernel/i18n'

/** The article behind a clock, on hover and on focus: what it says, where it was read, how sure that is. */
export function LawMark({ clock: { article, source, sure } }: { readonly clock: Pick<CaseClock, 'article' | 'source' | 'sure'> }) {
  const t = useWords()
  const language = useLanguage()
  const said = (
    <>
      <div>{article[language]}</div>
      <div>{source}</div>
      <div>{t(`aftercare.sure.${sure}`)}</div>
    </>
  )
  return (
    <Tooltip title={said} trigger={['hover', 'focus']}>
      <button type="button" className="law-mark" aria-label={t('aftercare.lawOf', { article: article[language] })}>
        <BookOutlined aria-hidden />
      </button>
    </Tooltip>
  )
}
