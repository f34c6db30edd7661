import { Button } from 'antd'
import { RecordState } from '#shared/kernel/record-contract'
import { ChoiceControl } from '../kernel/controls/choice-control'
import { DistrictControl } from '../kernel/controls/district-control'
import { DayFilter } from '../kernel/day-filter'
import { useWords } from '../kernel/i18n'
import { SearchField } from '../kernel/search-field'

export interface SheetFilter {
  readonly search: string
  readonly state: RecordState | undefined
  readonly region: string | undefined
  readonly from: string | undefined
  readonly to: string | undefined
}

export const NO_FILTER: SheetFilter = { search: '', state: undefined, region: undefined, from: undefined, to: undefined }

export const isFiltered = (filter: SheetFilter): boolean => Object.values(filter).some((value) => value !== undefined && value !== '')

interface FiltersProps {
  readonly filter: SheetFilter
  readonly onChange: (filter: SheetFilter) => void
}

/** One line of filters; what is typed is searched for at once. */
export function SheetFilters({ filter, onChange }: FiltersProps) {
  const t = useWords()
  const states = RecordState.options.map((state) => ({ value: state, label: t(`kernel.state.${state}`) }))
  const stateOf = (value: string | undefined) => RecordState.options.find((state) => state === value)
  return (
    <search className="filters">
      <SearchField
        value={filter.search}
        label={t('spotCheck.list.searchLabel')}
        placeholder={t('spotCheck.list.search')}
        onChange={(search) => onChange({ ...filter, search })}
      />
      <div className="filter">
        <ChoiceControl
          id="filter-state"
          field="/filter/state"
          label={t('spotCheck.list.state')}
          placeholder={t('spotCheck.list.allStates')}
          value={filter.state}
          choices={states}
          onChange={(value) => onChange({ ...filter, state: stateOf(value) })}
        />
      </div>
      <div className="filter">
        <DistrictControl
          id="filter-region"
          field="/filter/region"
          label={t('spotCheck.list.region')}
          placeholder={t('spotCheck.list.allRegions')}
          value={filter.region}
          onChange={(region) => onChange({ ...filter, region })}
        />
      </div>
      <DayFilter which="from" label={t('spotCheck.list.from')} value={filter.from} onChange={(from) => onChange({ ...filter, from })} />
      <DayFilter which="to" label={t('spotCheck.list.to')} value={filter.to} onChange={(to) => onChange({ ...filter, to })} />
      {isFiltered(filter) && (
        <Button type="link" onClick={() => onChange(NO_FILTER)}>
          {t('spotCheck.list.clear')}
        </Button>
      )}
    </search>
  )
}
