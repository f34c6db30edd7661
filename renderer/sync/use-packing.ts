import { useState } from 'react'
import type { Problem } from '#shared/kernel/result'
import type { MadeBatch } from '#shared/sync/sync-contract'
import { store } from './store'
import { useLongWork } from './use-long-work'

/** new: what is in no batch yet; unconfirmed: also what went out before and nobody has confirmed; everything: all of it again. */
export type Wanted = 'new' | 'unconfirmed' | 'everything'

/** 打包: asks where to, writes the batch with progress and a way to stop, and says what was written. */
export function usePacking(suggestedName: string) {
  const { running, run, cancel } = useLongWork()
  const [made, setMade] = useState<MadeBatch | null>(null)
  const [problems, setProblems] = useState<readonly Problem[]>([])
  const pack = async (wanted: Wanted): Promise<void> => {
    const chosen = await window.bridge.shell('files.chooseSave', { suggestedName, kind: 'bundle' })
    if (!chosen.ok || chosen.value === null) return
    const order = { to: chosen.value, everything: wanted === 'everything', unconfirmed: wanted === 'unconfirmed' }
    setMade(null)
    setProblems([])
    const answer = await run((options) => store.call('sync.makeBatch', order, options))
    if (answer.ok) setMade(answer.value)
    else setProblems(answer.problems)
  }
  return { running, pack, cancel, made, problems }
}

export type Packing = ReturnType<typeof usePacking>
