import type { RandomDraw } from '#shared/plan/random-draw'
import { CopyButton } from '../kernel/copy-button'
import { minuteOf } from '../kernel/format'
import { useWords } from '../kernel/i18n'
import { Panel } from '../kernel/page'
import { usePlaceName } from '../kernel/places'

interface DocProps {
  readonly doc: RandomDraw
}

const FACTS = [
  'drawnAt',
  'host',
  'witness',
  'planNo',
  'frame',
  'pool',
  'samplerPool',
  'seed',
  'seedSource',
  'poolHash',
  'samplerPoolHash',
  'algorithm',
  'redraw',
  'remarks',
  'publicised',
] as const
type FactName = (typeof FACTS)[number]

/** What is written down elsewhere by hand or by another program: exact, and to be copied. */
const EXACT: Partial<Readonly<Record<FactName, 'copySeed' | 'copyHash'>>> = {
  seed: 'copySeed',
  poolHash: 'copyHash',
  samplerPoolHash: 'copyHash',
}

function Fact({ name, text }: { readonly name: FactName; readonly text: string }) {
  const t = useWords()
  const exact = EXACT[name]
  if (text === '') return null
  return (
    <div data-fact={name}>
      <dt>{t(`plan.draw.fact.${name}`)}</dt>
      <dd>
        {exact === undefined ? (
          text
        ) : (
          <>
            <code className="breakable">{text}</code> <CopyButton text={text} label={t(`plan.draw.${exact}`)} />
          </>
        )}
      </dd>
    </div>
  )
}

/** Everything that a stranger needs to believe the draw, or to draw it again. */
export function DrawEvidence({ doc }: DocProps) {
  const t = useWords()
  const { enterprises, samplers, seedSource, witness, host } = doc
  const texts = {
    drawnAt: minuteOf(doc.drawnAt),
    host: person(host),
    witness: person(witness),
    planNo: doc.planNo,
    frame: useFrameSaid(doc),
    pool: t('plan.draw.drawnFrom', { taken: enterprises.take, pool: enterprises.poolSize }),
    samplerPool: t('plan.draw.drawnFrom', { taken: samplers.take, pool: samplers.poolSize }),
    seed: doc.seed,
    seedSource: [t(`plan.draw.source.${seedSource.kind}`), seedSource.note].filter(Boolean).join(' · '),
    poolHash: enterprises.poolHash,
    samplerPoolHash: samplers.poolHash,
    algorithm: `${doc.algorithm}, ${doc.teamAlgorithm}`,
    redraw: doc.redrawReason,
    remarks: doc.remarks,
    publicised: publicised(doc),
  }
  return (
    <Panel title={t('plan.draw.evidence')} name="evidence">
      <dl className="plan-facts">
        {FACTS.map((name) => (
          <Fact key={name} name={name} text={texts[name] ?? ''} />
        ))}
      </dl>
    </Panel>
  )
}

const person = ({ name, org }: { readonly name: string; readonly org?: string | undefined }): string =>
  org === undefined ? name : `${name} · ${org}`

const publicised = ({ publicisedOn, publicUrl }: RandomDraw): string | undefined =>
  publicisedOn === undefined ? undefined : [publicisedOn, publicUrl].filter((part) => part !== undefined).join(' · ')

function useFrameSaid(doc: RandomDraw): string {
  const t = useWords()
  const placeName = usePlaceName()
  const { source, region, search, size, notSampledSince } = doc.enterprises.frame
  const said = [
    t(`plan.draw.frame.${source}`),
    region === undefined ? '' : t('plan.draw.frame.region', { name: placeName(region) }),
    search === undefined ? '' : t('plan.draw.frame.search', { text: search }),
    size === undefined ? '' : t('plan.draw.frame.size', { size: t(`plan.draw.size.${size}`) }),
    notSampledSince === undefined ? '' : t('plan.draw.frame.notSampledSince', { day: notSampledSince }),
  ]
  return said.filter((part) => part !== '').join(' · ')
}

/** The samplers who were drawn, and everybody who was left out, with the reason. */
export function PeopleDrawn({ doc }: DocProps) {
  const t = useWords()
  const { enterprises, samplers } = doc
  const busy = new Set(enterprises.picks.flatMap((pick) => pick.samplers.map(({ id }) => id)))
  const idle = samplers.picks.filter(({ id }) => !busy.has(id)).map(({ name }) => name)
  const excluded = [...enterprises.excluded, ...samplers.excluded]
  return (
    <div className="two-columns">
      <Panel title={t('plan.draw.people')} name="drawn-samplers">
        <ul className="plan-list">
          {samplers.picks.map(({ id }) => (
            <li key={id}>{id}</li>
          ))}
        </ul>
        {idle.length > 0 && <p className="quiet">{t('plan.draw.peopleUnassigned', { names: idle.join(' / ') })}</p>}
      </Panel>
      <Panel title={t('plan.draw.excluded')} name="excluded">
        {excluded.length === 0 ? (
          <p className="quiet">{t('plan.draw.excludedNone')}</p>
        ) : (
          <ul className="plan-list">
            {excluded.map(({ id, reason }) => (
              <li key={id}>
                {id} <span className="quiet">{reason}</span>
              </li>
            ))}
          </ul>
        )}
      </Panel>
    </div>
  )
}
