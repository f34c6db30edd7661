import { useFormContext, useWatch } from 'react-hook-form'
import { ChoiceControl } from '../kernel/controls/choice-control'
import type { FieldControlProps, FieldKindOf } from '../kernel/form/form-frame'
import { useWords } from '../kernel/i18n'
import { useKnown } from './use-known'
import type { VisitValues } from './visit-doc'

/** The task force that went: its name is kept beside its id, as it is called today. */
function TeamControl({ of: _of, value, onChange, ...common }: FieldControlProps) {
  const t = useWords()
  const { setValue } = useFormContext<VisitValues>()
  const teams = useKnown('taskForce')
  const name = useWatch<VisitValues, 'teamName'>({ name: 'teamName' })
  const id = typeof value === 'string' && value !== '' ? value : undefined
  const gone = id !== undefined && !teams.some((team) => team.id === id)
  const choose = (chosen: string | undefined): void => {
    onChange(chosen)
    setValue('teamName', teams.find((team) => team.id === chosen)?.title, { shouldDirty: true })
  }
  return (
    <ChoiceControl
      {...common}
      value={id}
      placeholder={t(teams.length === 0 ? 'visit.form.noTeams' : 'visit.form.teamNone')}
      choices={[...teams.map((team) => ({ value: team.id, label: team.title })), ...(gone ? [{ value: id, label: name ?? id }] : [])]}
      onChange={choose}
    />
  )
}

export const teamKind: FieldKindOf = { Control: TeamControl }
