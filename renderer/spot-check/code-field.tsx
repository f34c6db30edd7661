import { checkUscc } from '#shared/enterprise/uscc'
import { suggestUscc } from '#shared/enterprise/uscc-fix'
import { CodeHelp } from '../kernel/controls/code-help'

/** Live words on a credit code, below its field. */
export function UsccHelp({ typed, onFix }: { readonly typed: string; readonly onFix: (code: string) => void }) {
  const { normalized, valid, problems } = checkUscc(typed)
  // A code half typed is not wrong yet: say how long it must be once it is long enough to be meant.
  const said = normalized.length < 12 ? problems.filter(({ code }) => code !== 'uscc.length') : problems
  return <CodeHelp typed={typed} normalized={normalized} valid={valid} problems={said} fixed={suggestUscc(typed)} onFix={onFix} />
}
