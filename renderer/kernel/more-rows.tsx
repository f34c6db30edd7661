import { Button } from 'antd'
import { useWords } from './i18n'

interface MoreProps {
  /** Fetches the next page; null when there is none. */
  readonly more: (() => void) | null
  readonly isFetchingMore: boolean
}

/** The foot of a list that goes on. */
export function MoreRows({ more, isFetchingMore }: MoreProps) {
  const t = useWords()
  if (more === null) return null
  return (
    <div className="table-foot">
      <Button loading={isFetchingMore} onClick={more}>
        {t('kernel.more')}
      </Button>
    </div>
  )
}
