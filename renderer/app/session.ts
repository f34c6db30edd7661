import { useSyncExternalStore } from 'react'
import type { Problem, Result } from '#shared/kernel/result'
import { storePort } from '../kernel/port'
import { queryClient } from '../kernel/query-client'
import { tellWorkState } from '../kernel/work-state'

let current: ProfileEntry | null = null
const listeners = new Set<() => void>()

function set(profile: ProfileEntry | null): void {
  current = profile
  for (const listener of listeners) listener()
}

/** The open profile, or null: then the chooser is shown. */
export const useProfile = (): ProfileEntry | null =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => current,
  )

export const useIsSupervisor = (): boolean => useProfile()?.role === 'supervisor'

/** What one profile's screens knew is nothing to the next one. */
function forget(): void {
  storePort.disconnect()
  queryClient.clear()
  tellWorkState({ is: 'idle' })
}

/** At the start: the profile that the main process has opened already, if any. */
export async function resumeProfile(): Promise<void> {
  storePort.expect()
  const answer = await window.bridge.shell('profiles.current', {})
  set(answer.ok ? answer.value : null)
}

/** Opens what `open` asks the main process for; the main process hands over the port of its store by itself. */
export async function openProfile(open: () => Promise<Result<ProfileEntry>>): Promise<readonly Problem[]> {
  forget()
  storePort.expect()
  const answer = await open()
  if (!answer.ok) {
    storePort.disconnect()
    return answer.problems
  }
  window.location.hash = '#/'
  set(answer.value)
  return []
}

/** Back to the chooser. Screens are left first, so that what is being typed is on its way before the store closes. */
export async function leaveProfile(): Promise<void> {
  window.location.hash = '#/'
  set(null)
  await new Promise((resolve) => setTimeout(resolve, 50))
  await window.bridge.shell('profiles.close', {})
  forget()
}
