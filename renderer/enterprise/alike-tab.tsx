import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import type { EnterpriseMember } from '#shared/enterprise/enterprise-contract'
import { useWords } from '../kernel/i18n'
import { Panel } from '../kernel/page'
import { usePlaceName } from '../kernel/places'
import { AlikePair } from './alike-pair'
import type { Known } from './known-enterprise'
import { store } from './store'
import { useNotSame } from './use-alike'
import { useMerging } from './use-merging'

/** The entries that are read as this enterprise, and those that look like it. */
export function AlikeTab({ enterprise: { id, members } }: { readonly enterprise: Known }) {
  const t = useWords()
  const { data } = useQuery(store.ask('enterprise.listLookalikes', { enterprise: id, limit: 50 }))
  const { merge, undo, dialog } = useMerging()
  const onNotSame = useNotSame()
  return (
    <>
      <Panel name="members" title={t('enterprise.alike.members')}>
        {members.length === 1 && <p className="quiet">{t('enterprise.alike.alone')}</p>}
        {members.length > 1 && (
          <ul className="members">
            {members.map((member) => (
              <Member key={member.id} member={member} speaks={member.id === id} onUndo={(record) => undo(record, member.name)} />
            ))}
          </ul>
        )}
      </Panel>
      <h2 className="alike-title">{t('enterprise.alike.of')}</h2>
      {data?.items.length === 0 && <p className="quiet">{t('enterprise.alike.noneHere')}</p>}
      {data?.items.map((pair) => (
        <AlikePair key={`${pair.one.id} ${pair.other.id}`} pair={pair} onMerge={merge} onNotSame={onNotSame} />
      ))}
      {dialog}
    </>
  )
}

interface MemberProps {
  readonly member: EnterpriseMember
  readonly speaks: boolean
  readonly onUndo: (merge: string) => void
}

function Member({ member: { id, name, uscc, region, here, merges }, speaks, onUndo }: MemberProps) {
  const t = useWords()
  const placeName = usePlaceName()
  return (
    <li data-member={id}>
      <div>
        {here ? name : t('enterprise.alike.notHere')} <span className="mono quiet">{uscc}</span>{' '}
        <span className="quiet">{region === '' ? '' : placeName(region)}</span>{' '}
        {speaks && <span className="standing">{t('enterprise.alike.speaks')}</span>}
        {!speaks && merges.length === 0 && <span className="quiet">{t('enterprise.alike.sameCode')}</span>}
      </div>
      {merges.map(({ id: merge, on, by, reason, mine }) => (
        <div key={merge} className="quiet">
          {t('enterprise.alike.mergedOn', { day: on, by, reason })}{' '}
          {mine ? (
            <Button size="small" danger data-action="undo-merge" onClick={() => onUndo(merge)}>
              {t('enterprise.alike.undo')}
            </Button>
          ) : (
            t('enterprise.alike.notMine')
          )}
        </div>
      ))}
    </li>
  )
}
