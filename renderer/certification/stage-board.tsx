import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { CertificationCaseSummary, certificationContract } from '#shared/certification/certification-contract'
import { STAGES } from '#shared/certification/stages'
import type { OutputOf } from '#shared/kernel/contract'
import { useWords } from '../kernel/i18n'
import { Age, Blocks, useStageName } from './case-marks'
import { store } from './store'

export type Counts = OutputOf<(typeof certificationContract)['certification.board']>

/** So many cards stand in a column; the rest stand behind its number. */
const MOST = 3

/** Twelve columns in two rows, in the order of the stages: how many stand in each, how long, and what keeps them there. */
export function StageBoard({ counts }: { readonly counts: Counts }) {
  const nameOf = useStageName()
  return (
    <ol className="stage-board" data-panel="board">
      {STAGES.map(({ step, no }) => {
        const count = counts.find(({ stage }) => stage === step)
        return (
          <li key={step} className="stage-lane" data-lane={step} data-empty-lane={(count?.cases ?? 0) === 0 || undefined}>
            <h3 className="stage-head">
              <span className="stage-no number">{no}</span> <span className="stage-name">{nameOf(step)}</span>
            </h3>
            <LaneFacts count={count} />
            {count !== undefined && count.cases > 0 && <LaneCards stage={step} cases={count.cases} />}
          </li>
        )
      })}
    </ol>
  )
}

function LaneFacts({ count }: { readonly count: Counts[number] | undefined }) {
  const t = useWords()
  if (count === undefined || count.cases === 0) return <p className="lane-facts quiet">{t('certification.laneEmpty')}</p>
  return (
    <p className="lane-facts quiet number">
      {t('certification.count', { n: count.cases })} · {t('certification.oldest', { n: count.oldest })}
    </p>
  )
}

function LaneCards({ stage, cases }: { readonly stage: string; readonly cases: number }) {
  const t = useWords()
  const { data } = useQuery(store.ask('certification.listCases', { stage, limit: MOST }))
  return (
    <>
      <ul className="stage-cards">
        {(data?.items ?? []).map((summary) => (
          <li key={summary.id}>
            <CaseCard summary={summary} />
          </li>
        ))}
      </ul>
      {cases > MOST && (
        <Link to="/certification" search={{ stage }} className="lane-more">
          {t('certification.moreCases', { n: cases })}
        </Link>
      )}
    </>
  )
}

function CaseCard({ summary }: { readonly summary: CertificationCaseSummary }) {
  const { id, title, gate } = summary
  return (
    <Link to="/certification/$id" params={{ id }} className="stage-card" data-case={id}>
      <span className="stage-card-title">{title}</span>
      <Age summary={summary} />
      <Blocks gate={gate} />
    </Link>
  )
}
