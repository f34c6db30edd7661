import { useFormContext } from 'react-hook-form'
import { ChoiceControl } from '../kernel/controls/choice-control'
import type { FieldControlProps, FieldKindOf } from '../kernel/form/form-frame'
import { useWords } from '../kernel/i18n'
import { usePlaceName } from '../kernel/places'
import { useKnown } from './use-known'

/** A platform, a station or a shared laboratory; its name is kept beside its id, as it is called today. */
function FacilityControl({ of: _of, value, onChange, ...common }: FieldControlProps) {
  const t = useWords()
  const placeName = usePlaceName()
  const { setValue } = useFormContext()
  const facilities = useKnown('facility')
  const choose = (id: string | undefined): void => {
    onChange(id)
    setValue('facilityName', facilities.find((one) => one.id === id)?.title, { shouldDirty: true })
  }
  return (
    <ChoiceControl
      {...common}
      value={typeof value === 'string' ? value : undefined}
      placeholder={t(facilities.length === 0 ? 'visit.step.noFacility' : 'visit.step.chooseFacility')}
      choices={facilities.map(({ id, title, region }) => ({ value: id, label: `${title} · ${placeName(region)}` }))}
      onChange={choose}
    />
  )
}

export const facilityKind: FieldKindOf = { Control: FacilityControl }
