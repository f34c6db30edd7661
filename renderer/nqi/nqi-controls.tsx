import { useQuery } from '@tanstack/react-query'
import { Checkbox } from 'antd'
import { useFormContext, useWatch } from 'react-hook-form'
import { NqiElement } from '#shared/enterprise/nqi-element'
import { textAt } from '#shared/kernel/kind'
import { ChoiceControl } from '../kernel/controls/choice-control'
import type { FieldControlProps, FieldKindOf } from '../kernel/form/form-frame'
import { useWords } from '../kernel/i18n'
import { usePlaceName } from '../kernel/places'
import { store } from './store'

const textOf = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined)

/** The platform a station belongs to. */
function PlatformControl({ of: _of, value, onChange, ...common }: FieldControlProps) {
  const t = useWords()
  const placeName = usePlaceName()
  const { data } = useQuery(store.ask('nqi.listPlaces', { type: 'platform' }))
  return (
    <ChoiceControl
      {...common}
      value={textOf(value)}
      clearable={false}
      placeholder={t(data?.length === 0 ? 'nqi.noPlatform' : 'nqi.choosePlatform')}
      choices={(data ?? []).map(({ id, name, region }) => ({ value: id, label: `${name} · ${placeName(region)}` }))}
      onChange={onChange}
    />
  )
}

/** Where the help was given; its name and district are kept beside its id. */
function PlaceControl({ of: _of, value, onChange, ...common }: FieldControlProps) {
  const t = useWords()
  const placeName = usePlaceName()
  const { setValue } = useFormContext()
  const type = useWatch({ name: 'type' }) === 'labUse' ? 'labUse' : 'service'
  const name: unknown = useWatch({ name: 'facilityName' })
  const { data } = useQuery(store.ask('nqi.listPlaces', { type }))
  const id = textOf(value)
  const gone = id !== undefined && data !== undefined && !data.some((place) => place.id === id)
  const choose = (chosen: string | undefined): void => {
    const place = data?.find((one) => one.id === chosen)
    onChange(chosen)
    setValue('facilityName', place?.name, { shouldDirty: true })
    if (place !== undefined) setValue('region', place.region, { shouldDirty: true })
  }
  return (
    <ChoiceControl
      {...common}
      value={id}
      clearable={false}
      placeholder={t(data?.length === 0 ? `nqi.noPlace.${type}` : 'nqi.choosePlace')}
      choices={[
        ...(data ?? []).map(({ id: place, name: label, region }) => ({ value: place, label: `${label} · ${placeName(region)}` })),
        ...(gone ? [{ value: id, label: textOf(name) ?? id }] : []),
      ]}
      onChange={choose}
    />
  )
}

/** 计量, 标准, 认证认可…: what a place offers. */
function ElementsControl({ id, field, value, onChange, onBlur, disabled }: FieldControlProps) {
  const t = useWords()
  const chosen: readonly unknown[] = Array.isArray(value) ? value : []
  const toggle = (element: string, on: boolean): void =>
    onChange(NqiElement.options.filter((one) => (one === element ? on : chosen.includes(one))))
  return (
    <span className="nqi-elements">
      {NqiElement.options.map((element, index) => (
        <Checkbox
          key={element}
          id={index === 0 ? id : `${id}-${element}`}
          data-field={`${field}/${element}`}
          checked={chosen.includes(element)}
          disabled={disabled ?? false}
          onChange={(event) => toggle(element, event.target.checked)}
          onBlur={() => onBlur?.()}
        >
          {t(`nqi.use.choice.element.${element}`)}
        </Checkbox>
      ))}
    </span>
  )
}

/** What a benefit counts as it stands in the form: said before it is recorded, so that nobody wonders afterwards. */
export function BenefitNote() {
  const t = useWords()
  const benefit: unknown = useWatch({ name: 'benefit' })
  if (textAt(benefit, 'yuan') === '') return null
  const confirmed = textAt(benefit, 'confirmedBy') !== '' && textAt(benefit, 'confirmedOn') !== ''
  return (
    <p className="quiet" data-hint={confirmed ? 'confirmed' : 'unconfirmed'}>
      {t(confirmed ? 'nqi.benefit.counts' : 'nqi.benefit.countsNothing')}
    </p>
  )
}

export const nqiKinds: Readonly<Record<string, FieldKindOf>> = {
  platform: { Control: PlatformControl },
  place: { Control: PlaceControl },
  elements: { Control: ElementsControl },
}
