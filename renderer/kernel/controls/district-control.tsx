import { useLanguage, useWords } from '../i18n'
import { usePlaces } from '../places'
import { ChoiceControl } from './choice-control'
import type { ControlProps } from './control'

/** A district by name, code or English name. */
export function DistrictControl(props: ControlProps<string> & { readonly clearable?: boolean }) {
  const t = useWords()
  const places = usePlaces()
  const language = useLanguage()
  const standing = places.filter(({ code, validTo }) => validTo === undefined || code === props.value)
  const choices = standing.map(({ code, name, en }) => ({
    value: code,
    label: language === 'zh' ? name : en,
    also: `${code} ${name} ${en}`,
  }))
  return <ChoiceControl placeholder={t('kernel.district.choose')} {...props} choices={choices} />
}
