import { createContext, useContext } from 'react'
import { useLanguage } from './i18n'

/** A district as lists and forms need it; the reference table behind it belongs to the feature `reference`. */
export interface Place {
  readonly code: string
  readonly name: string
  readonly en: string
  /** Districts are abolished and founded: the last day it was one. */
  readonly validTo?: string | undefined
}

export const PlacesContext = createContext<readonly Place[]>([])

export const usePlaces = (): readonly Place[] => useContext(PlacesContext)

/** The district's name in the language in use; its code when nobody knows it. */
export function usePlaceName(): (code: string) => string {
  const places = usePlaces()
  const language = useLanguage()
  return (code) => {
    const place = places.find((known) => known.code === code)
    if (place === undefined) return code
    return language === 'zh' ? place.name : place.en
  }
}
