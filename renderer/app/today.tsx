import { EditOutlined, FileAddOutlined, ImportOutlined, MedicineBoxOutlined, SearchOutlined, SendOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import type { RecordSummary } from '#shared/kernel/record-contract'
import { DuePanel } from '../aftercare/due-panel'
import { EmptyState } from '../kernel/empty-state'
import { useFirstFocus } from '../kernel/first-focus'
import { localDay, minuteOf } from '../kernel/format'
import { useAnyWord, useWords } from '../kernel/i18n'
import { Page, Panel } from '../kernel/page'
import { useNewSheet } from '../spot-check/fresh-sheets'
import { MyTasks } from '../spot-check/my-tasks'
import { SheetTable } from '../spot-check/sheet-table'
import { useNewVisit } from '../visit/fresh-visits'
import { Bin } from './bin'
import { useOpenRecord } from './open-record'
import { useRecordTitle } from './record-name'
import { RecordTable } from './record-table'
import { Returned } from './returned'
import { useProfile } from './session'
import { store } from './store'
import { WorkPanel } from './work-panel'

const KIND = 'samplingSheet'

/** 工作台: what was left unfinished, what came back, what was done lately. */
export function Today() {
  const t = useWords()
  const [today] = useState(() => localDay(new Date()))
  const { data: info } = useQuery(store.ask('profile.info', {}))
  const { data: drafts } = useQuery(store.ask('record.listDrafts', {}))
  if (info === undefined || drafts === undefined) return null
  const [newest, ...others] = drafts
  return (
    <Page screen="today" title={t('app.today.title')} lead={t('app.today.hello', { name: info.name, date: today })}>
      {newest !== undefined && <Resume draft={newest} />}
      <Counts />
      <div className="today-columns">
        <div>
          <MyTasks />
          <DuePanel />
          <WorkPanel />
          <Returned />
          {newest === undefined && <NoDrafts />}
          {others.length > 0 && (
            <Panel title={t('app.today.drafts')} name="drafts">
              <RecordTable records={others} />
            </Panel>
          )}
          <Sealed />
        </div>
        <div>
          <Actions />
          <Bin />
        </div>
      </div>
    </Page>
  )
}

function Sealed() {
  const t = useWords()
  const { data } = useQuery(store.ask('record.list', { kind: KIND, limit: 20 }))
  if (data === undefined) return null
  const sealed = data.items.filter(({ state }) => state !== 'returned').slice(0, 8)
  return (
    <Panel title={t('app.today.sealed')} name="sealed" extra={<Link to="/spot-checks">{t('app.today.all')}</Link>}>
      {sealed.length > 0 ? <SheetTable rows={sealed} compact /> : <p className="quiet">{t('app.today.sealedEmpty')}</p>}
    </Panel>
  )
}

/** The first thing on the screen after a break, a crash or a night: Enter goes on where the cursor was. */
function Resume({ draft }: { readonly draft: RecordSummary }) {
  const t = useWords()
  const say = useAnyWord()
  const open = useOpenRecord()
  const titleOf = useRecordTitle()
  const { id, kind, no, at } = draft
  const title = titleOf(draft)
  const first = useFirstFocus<HTMLButtonElement>()
  return (
    <section className="resume" data-resume={id} aria-label={t('app.today.resume')}>
      <EditOutlined className="resume-icon" aria-hidden />
      <div>
        <h2>{t('app.today.resume')}</h2>
        <p>
          <span className="quiet">{say(`app.kind.${kind}`)}</span> <strong>{title === '' ? t('spotCheck.list.noTitle') : title}</strong>{' '}
          <span className="mono">{no}</span>
        </p>
        <p className="quiet">{t('app.today.resumeAt', { at: minuteOf(at) })}</p>
      </div>
      <Button type="primary" size="large" ref={first} data-action="resume" onClick={() => void open(draft)}>
        {t('app.today.resumeButton')}
      </Button>
    </section>
  )
}

const tiles = ['draft', 'submitted', 'packed', 'received', 'returned'] as const

/** How many sheets are where; each number opens exactly the sheets it counts. */
function Counts() {
  const t = useWords()
  const { data: counts } = useQuery(store.ask('record.countStates', { kind: KIND }))
  return (
    <ul className="tiles" aria-label={t('app.today.tiles')}>
      {tiles.map((state) => (
        <li key={state}>
          <Link to="/spot-checks" search={{ state }} className="tile" data-tile={state}>
            <span className="tile-number">{counts?.[state] ?? '–'}</span>
            <span className="tile-name">{t(`kernel.state.${state}`)}</span>
          </Link>
        </li>
      ))}
    </ul>
  )
}

function NoDrafts() {
  const t = useWords()
  const newSheet = useNewSheet()
  const newVisit = useNewVisit()
  const helps = useProfile()?.role === 'taskforce'
  const action = (
    <Button
      type="primary"
      icon={helps ? <MedicineBoxOutlined /> : <FileAddOutlined />}
      data-action={helps ? 'start-visit' : 'start-sheet'}
      onClick={() => void (helps ? newVisit() : newSheet())}
    >
      {t(helps ? 'app.today.visit' : 'app.today.new')}
    </Button>
  )
  return (
    <Panel title={t('app.today.drafts')} name="drafts">
      <EmptyState icon={<EditOutlined />} title={t('app.today.draftsEmpty')} action={action}>
        {t(helps ? 'app.today.draftsEmptyHelp' : 'app.today.draftsEmptyText')}
      </EmptyState>
    </Panel>
  )
}

function Actions() {
  const t = useWords()
  const navigate = useNavigate()
  const newSheet = useNewSheet()
  const newVisit = useNewVisit()
  const helps = useProfile()?.role === 'taskforce'
  const actions = [
    { name: 'new', icon: <FileAddOutlined />, keys: helps ? '' : 'Ctrl+N', run: () => newSheet() },
    { name: 'visit', icon: <MedicineBoxOutlined />, keys: helps ? 'Ctrl+N' : '', run: () => newVisit() },
    { name: 'pack', icon: <SendOutlined />, keys: '', run: () => navigate({ to: '/sync' }) },
    { name: 'import', icon: <ImportOutlined />, keys: '', run: () => navigate({ to: '/import' }) },
    { name: 'enterprises', icon: <SearchOutlined />, keys: '', run: () => navigate({ to: '/enterprises' }) },
  ] as const
  return (
    <Panel title={t('app.today.actions')} name="actions">
      <div className="quick-actions">
        {actions.map(({ name, icon, keys, run }) => (
          <button key={name} type="button" className="quick-action" data-action={`quick-${name}`} onClick={() => void run()}>
            <span aria-hidden>{icon}</span>
            <span>{t(`app.today.${name}`)}</span>
            {keys !== '' && <kbd>{keys}</kbd>}
          </button>
        ))}
      </div>
    </Panel>
  )
}
