import { type RefObject, useEffect, useRef } from 'react'

/** Puts the cursor on the one thing most people want next, once, when it appears. */
export function useFirstFocus<E extends HTMLElement>(wanted = true): RefObject<E | null> {
  const place = useRef<E>(null)
  useEffect(() => {
    if (wanted) place.current?.focus()
  }, [wanted])
  return place
}
