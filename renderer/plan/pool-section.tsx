import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { Button, Input, Segmented } from 'antd'
import { useMemo } from 'react'
import { EnterpriseSize } from '#shared/enterprise/enterprise'
import { frameOfForm } from '#shared/plan/draw-form'
import { enterpriseLine } from '#shared/plan/pool-line'
import { readEnterprises } from '#shared/plan/read-pool'
import { ChoiceControl } from '../kernel/controls/choice-control'
import { DistrictControl } from '../kernel/controls/district-control'
import { FieldFrame } from '../kernel/controls/field-frame'
import { useDebounced } from '../kernel/debounced'
import { useWords } from '../kernel/i18n'
import { Panel } from '../kernel/page'
import { ExcludedList, PoolTable } from './pool-table'
import { store } from './store'
import { DateField, IntField, idOf, TextField } from './typed-field'
import type { SectionProps } from './use-draw-form'

const SHOWN = 50

/** 2: which enterprises may be drawn, who is left out of them, and how many are drawn. */
export function PoolSection(props: SectionProps) {
  const t = useWords()
  const { form, onChange } = props
  return (
    <Panel
      title={t('plan.newDraw.pool')}
      name="pool"
      extra={
        <Segmented<'directory' | 'list'>
          aria-label={t('plan.newDraw.source')}
          data-field="/enterprises/source"
          value={form.source}
          options={(['directory', 'list'] as const).map((value) => ({ value, label: t(`plan.newDraw.${value}`) }))}
          onChange={(source) => onChange({ source, excluded: [] })}
        />
      }
    >
      {form.source === 'directory' ? <DirectoryPool {...props} /> : <PastedPool {...props} />}
      <ExcludedList excluded={form.excluded} onChange={(excluded) => onChange({ excluded })} />
      <div className="fields">
        <IntField
          field="/enterprises/take"
          label={t('plan.newDraw.take')}
          unit={t('plan.newDraw.takeUnit')}
          required
          value={form.take}
          onChange={(take) => onChange({ take })}
        />
      </div>
    </Panel>
  )
}

function DirectoryFilter({ form, onChange }: SectionProps) {
  const t = useWords()
  return (
    <div className="plan-filter">
      <TextField
        field="/enterprises/search"
        label={t('plan.newDraw.searchLabel')}
        placeholder={t('plan.newDraw.search')}
        value={form.search}
        onChange={(search = '') => onChange({ search })}
      />
      <FieldFrame id={idOf('/enterprises/region')} label={t('plan.newDraw.region')}>
        <DistrictControl
          id={idOf('/enterprises/region')}
          field="/enterprises/region"
          label={t('plan.newDraw.region')}
          placeholder={t('plan.newDraw.allRegions')}
          value={form.region}
          onChange={(region) => onChange({ region })}
        />
      </FieldFrame>
      <FieldFrame id={idOf('/enterprises/size')} label={t('plan.newDraw.size')}>
        <ChoiceControl
          id={idOf('/enterprises/size')}
          field="/enterprises/size"
          label={t('plan.newDraw.size')}
          placeholder={t('plan.newDraw.allSizes')}
          value={form.size}
          choices={EnterpriseSize.options.map((value) => ({ value, label: t(`enterprise.size.${value}`) }))}
          onChange={(size) => onChange({ size: EnterpriseSize.options.find((known) => known === size) })}
        />
      </FieldFrame>
      <DateField
        field="/enterprises/notSampledSince"
        label={t('plan.newDraw.since')}
        hint={t('plan.newDraw.sinceHint')}
        value={form.notSampledSince}
        onChange={(notSampledSince = '') => onChange({ notSampledSince })}
      />
    </div>
  )
}

function DirectoryPool({ form, onChange }: SectionProps) {
  const t = useWords()
  const { region, search, size, notSampledSince } = form
  const typed = useMemo(() => {
    const { source: _source, ...rest } = frameOfForm({ source: 'directory', region, search, size, notSampledSince })
    return rest
  }, [region, search, size, notSampledSince])
  const filter = useDebounced(typed, 150)
  const { data, fetchNextPage, hasNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: ['plan.listPool', filter],
    queryFn: ({ pageParam, signal }) =>
      store.ask('plan.listPool', { ...filter, limit: SHOWN, ...(pageParam === null ? {} : { after: pageParam }) }).queryFn({ signal }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
  })
  const pages = data?.pages ?? []
  const rows = pages.flatMap(({ items }) => items.map(({ line, ...item }) => ({ ...item, id: line })))
  const total = pages[0]?.total ?? 0
  return (
    <>
      <DirectoryFilter form={form} onChange={onChange} />
      {data !== undefined && rows.length === 0 && <p className="quiet">{t('plan.newDraw.emptyPool')}</p>}
      {rows.length > 0 && (
        <>
          <PoolTable
            label={t('plan.newDraw.column.name')}
            rows={rows}
            excluded={form.excluded}
            onExclude={(excluded) => onChange({ excluded })}
          />
          <div className="table-foot">
            <span data-total={total}>{t('plan.newDraw.shown', { shown: rows.length, total })}</span>
            {hasNextPage && (
              <Button size="small" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
                {t('kernel.more')}
              </Button>
            )}
          </div>
        </>
      )}
    </>
  )
}

function PastedPool({ form, onChange }: SectionProps) {
  const t = useWords()
  const { entries } = useMemo(() => readEnterprises(form.list), [form.list])
  const rows = entries.slice(0, SHOWN).map((entry) => ({ id: enterpriseLine(entry), name: entry.name, uscc: entry.uscc ?? '' }))
  const once = [...new Map(rows.map((row) => [row.id, row])).values()]
  return (
    <>
      <FieldFrame id={idOf('/enterprises/list')} label={t('plan.newDraw.pasteLabel')} span="full" hint={t('plan.newDraw.pasteHint')}>
        <Input.TextArea
          id={idOf('/enterprises/list')}
          data-field="/enterprises/list"
          autoSize={{ minRows: 4, maxRows: 10 }}
          spellCheck={false}
          value={form.list}
          onChange={(event) => onChange({ list: event.target.value })}
          aria-describedby={`${idOf('/enterprises/list')}-help`}
        />
      </FieldFrame>
      {once.length > 0 && (
        <>
          <PoolTable
            label={t('plan.newDraw.column.name')}
            rows={once}
            excluded={form.excluded}
            onExclude={(excluded) => onChange({ excluded })}
          />
          <div className="table-foot">
            <span data-total={entries.length}>{t('plan.newDraw.shown', { shown: once.length, total: entries.length })}</span>
          </div>
        </>
      )}
    </>
  )
}
