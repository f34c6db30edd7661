import './enterprise.css'
import { ClusterOutlined } from '@ant-design/icons'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { EmptyState } from '../kernel/empty-state'
import { useWords } from '../kernel/i18n'
import { Page } from '../kernel/page'
import { AlikePair } from './alike-pair'
import { store } from './store'
import { useNotSame } from './use-alike'
import { useMerging } from './use-merging'

const PAGE = 20

/** The whole directory, gone through for entries that look like one enterprise. */
export function AlikeScreen() {
  const t = useWords()
  const { data, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: ['enterprise.listLookalikes', 'pages'],
    queryFn: ({ pageParam, signal }) =>
      store.ask('enterprise.listLookalikes', { limit: PAGE, ...(pageParam === '' ? {} : { after: pageParam }) }).queryFn({ signal }),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
  })
  const { merge, dialog } = useMerging()
  const onNotSame = useNotSame()
  const pairs = data?.pages.flatMap(({ items }) => items)
  return (
    <Page screen="lookalikes" title={t('enterprise.alike.title')} lead={t('enterprise.alike.lead')}>
      {pairs?.length === 0 && !hasNextPage && (
        <EmptyState icon={<ClusterOutlined />} title={t('enterprise.alike.none')}>
          {t('enterprise.alike.noneText')}
        </EmptyState>
      )}
      {pairs?.map((pair) => (
        <AlikePair key={`${pair.one.id} ${pair.other.id}`} pair={pair} onMerge={merge} onNotSame={onNotSame} />
      ))}
      {pairs !== undefined && (pairs.length > 0 || hasNextPage) && (
        <div className="table-foot">
          {t('enterprise.alike.found', { n: pairs.length })}{' '}
          {hasNextPage && (
            <Button loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
              {t('enterprise.alike.searching')}
            </Button>
          )}
        </div>
      )}
      {dialog}
    </Page>
  )
}
