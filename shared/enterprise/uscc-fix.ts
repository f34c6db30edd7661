import { checkUscc } from './uscc.ts'

/** The code with letters the standard never uses put right (O→0, I→1, Z→2 …); null when there is none. Offered, never applied unasked. */
export function suggestUscc(typed: string): string | null {
  const { normalized, problems } = checkUscc(typed)
  const characters = Array.from(normalized)
  let changed = false
  for (const found of problems) {
    if (found.code !== 'uscc.character' || found.facts.hint === '') continue
    characters[found.facts.position - 1] = found.facts.hint
    changed = true
  }
  return changed ? characters.join('') : null
}
