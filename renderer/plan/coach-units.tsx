import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import type { Problem } from '#shared/kernel/result'
import { CopyButton } from '../kernel/copy-button'
import { useDebounced } from '../kernel/debounced'
import { shortHash } from '../kernel/format'
import { useWords } from '../kernel/i18n'
import { Panel } from '../kernel/page'
import { useSay } from '../kernel/say'
import { Refusal } from '../kernel/store'
import { store } from './store'
import { IntField, TextField } from './typed-field'

interface UnitOrder {
  readonly frame: number
  readonly take: number
  readonly seed: string
}

/** What comes out of an order, a moment after it was typed; nothing while it is not whole. */
function useUnits({ frame, take, seed }: UnitOrder): { readonly drawn: Drawn | null; readonly problems: readonly Problem[] } {
  const order = useDebounced(
    useMemo(() => ({ frame, take, seed }), [frame, take, seed]),
    150,
  )
  const whole = order.frame > 0 && order.take > 0 && order.seed !== ''
  const { data, error } = useQuery({ ...store.ask('plan.drawUnits', order), enabled: whole, throwOnError: false })
  const problems = whole && error instanceof Refusal ? error.problems : []
  return { drawn: whole && problems.length === 0 ? (data ?? null) : null, problems }
}

/** Which boxes are opened: numbers drawn with a seed, with the evidence to copy into the record. */
export function CoachUnits() {
  const t = useWords()
  const say = useSay()
  const [frame, setFrame] = useState<number | undefined>(undefined)
  const [take, setTake] = useState<number | undefined>(undefined)
  const [seed, setSeed] = useState('')
  const { drawn, problems } = useUnits({ frame: frame ?? 0, take: take ?? 0, seed: seed.trim() })
  const errorAt = (path: string): string | undefined => {
    const found = problems.find((problem) => problem.path === path)
    return found === undefined ? undefined : say(found)
  }
  return (
    <Panel title={t('plan.coach.tab.units')} name="units">
      <p>{t('plan.coach.unitsText')}</p>
      <div className="fields">
        <IntField field="/frame" label={t('plan.coach.frame')} error={errorAt('/frame')} value={frame} onChange={setFrame} />
        <IntField field="/take" label={t('plan.coach.take')} error={errorAt('/take')} value={take} onChange={setTake} />
        <TextField
          field="/seed"
          label={t('plan.coach.seed')}
          hint={t('plan.coach.seedHint')}
          error={errorAt('/seed')}
          value={seed}
          onChange={(typed = '') => setSeed(typed)}
        />
      </div>
      {drawn !== null && <Units drawn={drawn} />}
    </Panel>
  )
}

interface Drawn {
  readonly frame: number
  readonly seed: string
  readonly picks: readonly number[]
  readonly algorithm: string
  readonly poolHash: string
}

function Units({ drawn: { frame, seed, picks, algorithm, poolHash } }: { readonly drawn: Drawn }) {
  const t = useWords()
  const sorted = picks.toSorted((a, b) => a - b)
  const evidence = t('plan.coach.evidence', { frame, seed, algorithm, hash: shortHash(poolHash) })
  const whole = `${t('plan.coach.unitsResult')}: ${picks.join(' ')}\n${t('plan.coach.evidence', { frame, seed, algorithm, hash: poolHash })}`
  return (
    <section aria-live="polite" data-result="units">
      {(['unitsSorted', 'unitsOrder'] as const).map((order) => (
        <div key={order}>
          <h3>
            {t('plan.coach.unitsResult')} · {t(`plan.coach.${order}`)}
          </h3>
          <div className="coach-units">
            {(order === 'unitsSorted' ? sorted : picks).slice(0, 200).map((unit) => (
              <span key={unit}>{unit}</span>
            ))}
          </div>
        </div>
      ))}
      <p className="quiet">
        {evidence} <CopyButton text={whole} label={t('plan.coach.copyEvidence')} />
      </p>
    </section>
  )
}
