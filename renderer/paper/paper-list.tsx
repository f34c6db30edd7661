import { Tag } from 'antd'
import type { PaperEntry } from '#shared/paper/paper-contract'
import { useLanguage, useWords } from '../kernel/i18n'
import { Panel } from '../kernel/page'
import { useSay } from '../kernel/say'

interface ListProps {
  readonly papers: readonly PaperEntry[]
  readonly chosen: string
  readonly onChoose: (layout: string) => void
}

/** The papers of a record; one that cannot be had says why. */
export function PaperList({ papers, chosen, onChoose }: ListProps) {
  const t = useWords()
  return (
    <Panel name="papers" title={t('paper.screen.list')}>
      <ul className="paper-choices">
        {papers.map((paper) => (
          <li key={paper.name}>
            <PaperChoice paper={paper} chosen={paper.name === chosen} onChoose={() => onChoose(paper.name)} />
          </li>
        ))}
      </ul>
    </Panel>
  )
}

interface ChoiceProps {
  readonly paper: PaperEntry
  readonly chosen: boolean
  readonly onChoose: () => void
}

function PaperChoice({ paper: { name, title, available, why, own, copies, problems }, chosen, onChoose }: ChoiceProps) {
  const t = useWords()
  const say = useSay()
  const language = useLanguage()
  const printed = Math.max(...copies.map((copy) => copy.printed))
  return (
    <button
      type="button"
      className="paper-choice"
      aria-pressed={chosen}
      disabled={!available}
      data-paper={name}
      data-available={available}
      onClick={onChoose}
    >
      <span className="paper-choice-title">{title[language]}</span>
      {own && <Tag>{t('paper.screen.own')}</Tag>}
      {printed > 0 && <span className="quiet">{t('paper.screen.printed', { n: printed })}</span>}
      {why !== null && <span className="quiet">{why[language]}</span>}
      {problems.length > 0 && (
        <span className="paper-choice-broken">
          {t('paper.screen.ownBroken')}
          {problems.slice(0, 3).map((problem) => (
            <span key={`${problem.code} ${problem.path}`}>
              <code>{problem.path}</code> {say(problem)}
            </span>
          ))}
        </span>
      )}
    </button>
  )
}
