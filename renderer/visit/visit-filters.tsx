import { Button } from 'antd'
import { VisitKind } from '#shared/visit/visit-choices'
import { ChoiceControl } from '../kernel/controls/choice-control'
import { DayFilter } from '../kernel/day-filter'
import { useWords } from '../kernel/i18n'
import { SearchField } from '../kernel/search-field'
import { useKnown } from './use-known'
import { isFiltered, NO_FILTER, type VisitFilter } from './use-visits'

interface FiltersProps {
  readonly filter: VisitFilter
  readonly onChange: (filter: VisitFilter) => void
}

/** One line of filters; what is typed is searched for at once. */
export function VisitFilters({ filter, onChange }: FiltersProps) {
  const t = useWords()
  const teams = useKnown('taskForce')
  const kindOf = (value: string | undefined) => VisitKind.options.find((kind) => kind === value)
  return (
    <search className="filters">
      <SearchField
        value={filter.search}
        label={t('visit.list.search')}
        placeholder={t('visit.list.search')}
        onChange={(search) => onChange({ ...filter, search })}
      />
      <div className="filter">
        <ChoiceControl
          id="filter-kind"
          field="/filter/kind"
          label={t('visit.list.kind')}
          placeholder={t('visit.list.allKinds')}
          value={filter.kind}
          choices={VisitKind.options.map((kind) => ({ value: kind, label: t(`visit.choice.kind.${kind}`) }))}
          onChange={(kind) => onChange({ ...filter, kind: kindOf(kind) })}
        />
      </div>
      {teams.length > 0 && (
        <div className="filter">
          <ChoiceControl
            id="filter-team"
            field="/filter/team"
            label={t('visit.list.team')}
            placeholder={t('visit.list.allTeams')}
            value={filter.team}
            choices={teams.map(({ id, title }) => ({ value: id, label: title }))}
            onChange={(team) => onChange({ ...filter, team })}
          />
        </div>
      )}
      <DayFilter which="from" label={t('visit.list.from')} value={filter.from} onChange={(from) => onChange({ ...filter, from })} />
      <DayFilter which="to" label={t('visit.list.to')} value={filter.to} onChange={(to) => onChange({ ...filter, to })} />
      {isFiltered(filter) && (
        <Button type="link" onClick={() => onChange(NO_FILTER)}>
          {t('visit.list.clear')}
        </Button>
      )}
    </search>
  )
}
