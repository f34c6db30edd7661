import { useState } from 'react'
import type { Problem } from '#shared/kernel/result'
import type { OpenConflict } from '#shared/sync/conflict-contract'
import { store } from './store'

type Choices = Readonly<Record<string, string>>

const revisionsIn = ({ fields }: OpenConflict): readonly string[] =>
  fields.flatMap(({ candidates }) => candidates.map(({ revision }) => revision))

/** Choices whose value still stands to be chosen: what somebody wrote over meanwhile has to be looked at again. */
const standing = (chosen: Choices, { fields }: OpenConflict): Choices =>
  Object.fromEntries(
    fields.flatMap(({ field, candidates }) => {
      const revision = chosen[field]
      return revision !== undefined && candidates.some((one) => one.revision === revision) ? [[field, revision]] : []
    }),
  )

/** A record in conflict being settled. What arrives meanwhile is shown as new; what was chosen before stays chosen. */
export function useSettling(open: OpenConflict, onSettled: () => void) {
  const [seen, setSeen] = useState(() => revisionsIn(open))
  const [chosen, setChosen] = useState<Choices>({})
  const [why, setWhy] = useState('')
  const [busy, setBusy] = useState(false)
  const [problems, setProblems] = useState<readonly Problem[]>([])
  const choices = standing(chosen, open)
  const { fields, heads, record } = open
  const choose = (field: string, revision: string): void => setChosen((before) => ({ ...before, [field]: revision }))
  const settle = async (): Promise<void> => {
    if (busy) return
    setBusy(true)
    const given = Object.entries(choices).map(([field, revision]) => ({ field, revision }))
    const answer = await store.call('conflict.settle', { id: record.id, heads, choices: given, why })
    setBusy(false)
    setProblems(answer.ok ? [] : answer.problems)
    if (answer.ok) onSettled()
  }
  return {
    choices,
    choose,
    /** One side in every field it had a hand in. */
    takeAll: (revision: string): void => {
      for (const { field, candidates } of fields) if (candidates.some((one) => one.revision === revision)) choose(field, revision)
    },
    isNew: (revision: string): boolean => !seen.includes(revision),
    hasMoved: revisionsIn(open).some((revision) => !seen.includes(revision)),
    markSeen: (): void => setSeen(revisionsIn(open)),
    left: fields.filter(({ field }) => choices[field] === undefined),
    why,
    setWhy,
    busy,
    problems,
    settle,
  }
}

export type Settling = ReturnType<typeof useSettling>
