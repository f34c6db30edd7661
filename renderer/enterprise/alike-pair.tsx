import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import type { LikeEntry, Lookalike } from '#shared/enterprise/enterprise-contract'
import { dayOf } from '../kernel/format'
import { useWords } from '../kernel/i18n'
import { usePlaceName } from '../kernel/places'
import { DemoMark } from '../kernel/state-pill'

const ROWS = ['name', 'uscc', 'region', 'address', 'contact', 'phone', 'legalRepresentative'] as const
type Row = (typeof ROWS)[number]

interface PairProps {
  readonly pair: Lookalike
  readonly onMerge: (from: LikeEntry, into: LikeEntry) => void
  readonly onNotSame: (pair: Lookalike) => void
}

/** Two entries side by side, what differs marked, and which of them stays. */
export function AlikePair({ pair, onMerge, onNotSame }: PairProps) {
  const t = useWords()
  const placeName = usePlaceName()
  const { one, other, reasons, percent, oneAlready } = pair
  const said = (entry: LikeEntry, row: Row): string => (row === 'region' ? placeName(entry.region) : entry[row]) || '/'
  return (
    <section className="panel alike" data-pair={`${one.id} ${other.id}`} aria-label={`${one.name} / ${other.name}`}>
      <div className="alike-head">
        <ul className="reasons">
          {reasons.map((reason) => (
            <li key={reason} className="standing" data-reason={reason}>
              {t(`enterprise.alike.reason.${reason}`, { percent })}
            </li>
          ))}
        </ul>
        <Button size="small" data-action="not-same" onClick={() => onNotSame(pair)}>
          {t('enterprise.alike.notSame')}
        </Button>
      </div>
      {oneAlready && <p className="quiet">{t('enterprise.alike.already')}</p>}
      <table className="table alike-table">
        <thead>
          <tr>
            <th scope="col" aria-label={t('enterprise.facts')} />
            <EntryHead entry={one} onKeep={() => onMerge(other, one)} />
            <EntryHead entry={other} onKeep={() => onMerge(one, other)} />
          </tr>
        </thead>
        <tbody>
          {ROWS.map((row) => (
            <tr key={row} data-different={said(one, row) !== said(other, row) || undefined}>
              <th scope="row">{t(`enterprise.alike.field.${row}`)}</th>
              <td>{said(one, row)}</td>
              <td>{said(other, row)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function EntryHead({ entry: { id, by, at, records, demo }, onKeep }: { readonly entry: LikeEntry; readonly onKeep: () => void }) {
  const t = useWords()
  return (
    <th scope="col">
      <div className="alike-entry">
        <Link to="/enterprises/$id" params={{ id }}>
          {t('enterprise.alike.records', { n: records })}
        </Link>
        <span className="quiet">{t('enterprise.alike.added', { by, day: dayOf(at) })}</span>
        {demo && <DemoMark />}
        <Button size="small" data-action="keep" data-keep={id} onClick={onKeep}>
          {t('enterprise.alike.keep')}
        </Button>
      </div>
    </th>
  )
}
