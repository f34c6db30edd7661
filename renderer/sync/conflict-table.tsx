import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useId } from 'react'
import type { ConflictField, OpenConflict, Side } from '#shared/sync/conflict-contract'
import { FieldValue } from '../kernel/document/field-value'
import { type KindFields, useFieldName } from '../kernel/document/kind-fields'
import { useFirstFocus } from '../kernel/first-focus'
import { minuteOf } from '../kernel/format'
import { useWords } from '../kernel/i18n'
import { store as profile } from '../profile/store'
import { onConflictKey } from './conflict-keys'
import type { Settling } from './use-settling'

interface TableProps {
  readonly open: OpenConflict
  readonly of: KindFields
  readonly settling: Settling
  readonly isSupervisor: boolean
}

/** Those who say something of a field in conflict, this device first. */
function sidesOf({ sides, fields }: OpenConflict, self: string): Side[] {
  const speak = new Set(fields.flatMap(({ candidates }) => candidates.map(({ revision }) => revision)))
  return sides.filter(({ revision }) => speak.has(revision)).toSorted((a, b) => Number(b.device === self) - Number(a.device === self))
}

/** Field by field: what it was, and what each side made of it, side by side. */
export function ConflictTable({ open, of, settling, isSupervisor }: TableProps) {
  const t = useWords()
  const { data: info } = useQuery(profile.ask('profile.info', {}))
  const sides = sidesOf(open, info?.device ?? '')
  return (
    <>
      {isSupervisor && <p className="quiet conflict-keys">{t('sync.conflict.keys')}</p>}
      <div className="table-frame">
        <table className="table conflict-table" aria-label={t('sync.conflict.title')}>
          <thead>
            <tr>
              <th scope="col">{t('sync.conflict.field')}</th>
              <th scope="col">
                {t('sync.conflict.before')}
                <span className="quiet side-fact">{t('sync.conflict.beforeText')}</span>
              </th>
              {sides.map((side) => (
                <SideHead
                  key={side.revision}
                  side={side}
                  isMine={side.device === info?.device}
                  isNew={settling.isNew(side.revision)}
                  onTakeAll={isSupervisor ? () => settling.takeAll(side.revision) : null}
                />
              ))}
            </tr>
          </thead>
          <tbody>
            {open.fields.map((field, index) => (
              <FieldRow
                key={field.field}
                field={field}
                sides={sides}
                of={of}
                settling={settling}
                isSupervisor={isSupervisor}
                isFirst={index === 0}
              />
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}

interface HeadProps {
  readonly side: Side
  readonly isMine: boolean
  readonly isNew: boolean
  readonly onTakeAll: (() => void) | null
}

function SideHead({ side: { revision, by, name, at, op, why }, isMine, isNew, onTakeAll }: HeadProps) {
  const t = useWords()
  return (
    <th scope="col" data-side={revision}>
      {by} {isMine && <span className="outcome">{t('sync.conflict.mine')}</span>}{' '}
      {isNew && <span className="conflict-mark">{t('sync.conflict.isNew')}</span>}
      <span className="quiet side-fact">
        {name !== by && `${name} · `}
        {t(`kernel.document.operation.${op}`)} · <span className="number">{minuteOf(at)}</span>
      </span>
      {why !== undefined && <span className="side-fact side-why">{t('sync.conflict.why', { why })}</span>}
      {onTakeAll !== null && (
        <Button size="small" data-action="take-all" onClick={onTakeAll}>
          {t('sync.conflict.takeAll')}
        </Button>
      )}
    </th>
  )
}

interface RowProps {
  readonly field: ConflictField
  readonly sides: readonly Side[]
  readonly of: KindFields
  readonly settling: Settling
  readonly isSupervisor: boolean
  readonly isFirst: boolean
}

function FieldRow({ field: { field, members, base, candidates, shown }, sides, of, settling, isSupervisor, isFirst }: RowProps) {
  const t = useWords()
  const nameOf = useFieldName(of)
  const name = useId()
  const first = useFirstFocus<HTMLInputElement>(isFirst && isSupervisor)
  const label = nameOf(field)
  const before = <FieldValue of={of} field={field} members={members} value={base} />
  return (
    <tr data-conflict={field}>
      <th scope="row">{label}</th>
      <td className="conflict-base">{before}</td>
      {sides.map(({ revision, by }) => {
        const place = candidates.findIndex((one) => one.revision === revision)
        const candidate = candidates[place]
        if (candidate === undefined)
          return (
            <td key={revision} className="quiet">
              {t('sync.conflict.notHere')}
            </td>
          )
        const isChosen = settling.choices[field] === revision
        return (
          <td key={revision} data-chosen={isChosen || undefined}>
            <label className="conflict-choice">
              <input
                type="radio"
                name={name}
                value={revision}
                ref={place === 0 ? first : null}
                checked={isChosen}
                disabled={!isSupervisor}
                aria-label={t('sync.conflict.choiceOf', { field: label, by })}
                onChange={() => settling.choose(field, revision)}
                onKeyDown={(event) => onConflictKey(event, settling.choose)}
              />
              <span>
                <FieldValue of={of} field={field} members={members} value={candidate.value} base={base} />
                {revision === shown && <span className="quiet side-fact">{t('sync.conflict.shown')}</span>}
              </span>
            </label>
          </td>
        )
      })}
    </tr>
  )
}
