import { Alert, App, Button } from 'antd'
import type { Problem } from '#shared/kernel/result'
import { useWords } from './i18n'
import { useSay } from './say'

/** Short words about what was just done, and what was refused. */
export function useFeedback() {
  const { message } = App.useApp()
  const say = useSay()
  const t = useWords()
  return {
    /** Something that can be taken back for ten seconds. */
    undoable: (text: string, undo: () => Promise<void>) => {
      const key = `undo ${text}`
      const take = (): void => {
        message.destroy(key)
        void undo()
      }
      const content = (
        <span>
          {text}{' '}
          <Button size="small" type="link" data-action="undo" onClick={take}>
            {t('kernel.undo')}
          </Button>
        </span>
      )
      void message.open({ key, type: 'info', duration: 10, content })
    },
    done: (text: string) => void message.success(text, 3),
    note: (text: string) => void message.info(text, 4),
    refused: (problems: readonly Problem[]) => {
      for (const problem of problems.slice(0, 3)) void message.error(say(problem), 8)
    },
  }
}

/** A refusal that stays on the screen: what happened to the person's work first, then every cause. */
export function Refused({ problems, title }: { readonly problems: readonly Problem[]; readonly title?: string }) {
  const t = useWords()
  const say = useSay()
  if (problems.length === 0) return null
  return (
    <Alert
      className="refused"
      type="error"
      showIcon
      title={title ?? t('kernel.refused.title')}
      description={
        <ul>
          {problems.map((problem) => (
            <li key={`${problem.code}${problem.path}`} data-problem={problem.code}>
              {say(problem)}
            </li>
          ))}
        </ul>
      }
    />
  )
}
