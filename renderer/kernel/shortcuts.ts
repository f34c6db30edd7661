import { useEffect, useRef } from 'react'

/** `ctrl+k`, `alt+1`, `f1`: what was pressed; ⌘ counts as Ctrl. Empty while a word is being composed (IME). */
export function comboOf(event: KeyboardEvent): string {
  if (event.isComposing || event.keyCode === 229) return ''
  const key = event.altKey && /^Digit\d$/.test(event.code) ? event.code.slice(5) : event.key.toLowerCase()
  const held = [event.ctrlKey || event.metaKey ? 'ctrl' : '', event.altKey ? 'alt' : '', event.shiftKey && key.length > 1 ? 'shift' : '']
  return [...held.filter((part) => part !== ''), key].join('+')
}

export type Shortcuts = Readonly<Record<string, () => void>>

/** Keys that work wherever the cursor is, as long as the component stands on the screen. */
export function useShortcuts(shortcuts: Shortcuts): void {
  const current = useRef(shortcuts)
  useEffect(() => {
    current.current = shortcuts
  }, [shortcuts])
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      const run = current.current[comboOf(event)]
      if (run === undefined) return
      event.preventDefault()
      run()
    }
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [])
}
