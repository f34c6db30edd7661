import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { speak, useLanguage, useWords } from '../kernel/i18n'
import { useNewSheet, useNewSiteReport, useNewTask } from '../spot-check/fresh-sheets'
import { NO_FILTER } from '../spot-check/sheet-filters'
import { matches } from '../spot-check/use-sheets'
import { useNewVisit } from '../visit/fresh-visits'
import { useOpenRecord } from './open-record'
import { places } from './rail'
import { leaveProfile } from './session'
import { store } from './store'

export interface Entry {
  readonly key: string
  readonly group: 'screens' | 'actions' | 'sheets' | 'cases' | 'enterprises'
  readonly title: string
  readonly detail: string
  readonly run: () => void | Promise<void>
}

/** Everything that matches, commands first, then what the store finds. */
export function useEntries(text: string, onHelp: () => void): readonly Entry[] {
  const commands = useCommands(onHelp)
  const sheets = useSheets(text)
  const cases = useCases(text)
  const certification = useCertification(text)
  const enterprises = useEnterprises(text)
  const wanted = text.toLowerCase()
  return [
    ...commands.filter(({ title, key }) => `${title} ${key}`.toLowerCase().includes(wanted)),
    ...sheets,
    ...cases,
    ...certification,
    ...enterprises,
  ]
}

function useCommands(onHelp: () => void): readonly Entry[] {
  const t = useWords()
  const language = useLanguage()
  const navigate = useNavigate()
  const newSheet = useNewSheet()
  const newReport = useNewSiteReport()
  const newTask = useNewTask()
  const newVisit = useNewVisit()
  const other = language === 'zh' ? 'en' : 'zh'
  const action = (key: string, title: string, run: Entry['run'], detail = ''): Entry => ({ key, group: 'actions', title, detail, run })
  return [
    action('new sheet', t('spotCheck.list.new'), () => newSheet(), 'Ctrl+N'),
    action('new food sheet', t('spotCheck.list.newFood'), () => newSheet({ variant: 'food' })),
    action('new site report', t('spotCheck.list.newReport'), () => newReport({ outcome: 'notFound' })),
    action('new task', t('spotCheck.task.new'), () => newTask()),
    action('new visit', t('visit.list.new'), () => newVisit()),
    action('problems', t('visit.problem.title'), () => navigate({ to: '/problems' })),
    action('conflicts', t('sync.conflict.title'), () => navigate({ to: '/conflicts' })),
    action('where', t('sync.centre.where.title'), () => navigate({ to: '/where' })),
    action('aside', t('sync.centre.aside.title'), () => navigate({ to: '/aside' })),
    action('work list', t('work.title'), () => navigate({ to: '/work' })),
    ...places.map(
      ({ to, name }): Entry => ({ key: name, group: 'screens', title: t(`app.nav.${name}`), detail: '', run: () => navigate({ to }) }),
    ),
    action('language', `${t('kernel.language')}: ${t(`profile.settings.${other}`)}`, async () => {
      await speak(other)
      await window.bridge.shell('settings.setLanguage', { language: other })
    }),
    action('keyboard help', t('app.help'), onHelp, 'F1'),
    action('leave profile', t('app.leave'), () => leaveProfile()),
  ]
}

/** Sheets and tasks that were sealed, and whatever is a draft. */
function useSheets(text: string): readonly Entry[] {
  const t = useWords()
  const open = useOpenRecord()
  const asked = { enabled: text !== '', placeholderData: keepPreviousData }
  const { data: sheets } = useQuery({ ...store.ask('record.list', { kind: 'samplingSheet', search: text, limit: 8 }), ...asked })
  const { data: tasks } = useQuery({ ...store.ask('record.list', { kind: 'spotCheckTask', search: text, limit: 4 }), ...asked })
  const { data: drafts } = useQuery({ ...store.ask('record.listDrafts', {}), enabled: text !== '' })
  if (text === '') return []
  const matching = (drafts ?? []).filter((draft) => matches(draft, { ...NO_FILTER, search: text })).slice(0, 4)
  return [...matching, ...(tasks?.items ?? []), ...(sheets?.items ?? [])].map((record) => ({
    key: record.id,
    group: 'sheets',
    title: record.title === '' ? record.no : record.title,
    detail: `${record.no} · ${t(`kernel.state.${record.state}`)}`,
    run: () => open(record),
  }))
}

const searched = (text: string) => ({ enabled: text !== '', placeholderData: <D>(before: D | undefined) => before })

const asCases = (
  found: readonly { readonly id: string; readonly no: string; readonly title: string }[],
  open: (id: string) => Promise<void>,
): readonly Entry[] => found.map(({ id, no, title }) => ({ key: id, group: 'cases', title, detail: no, run: () => open(id) }))

function useCases(text: string): readonly Entry[] {
  const navigate = useNavigate()
  const { data } = useQuery({ ...store.ask('aftercare.listCases', { search: text, limit: 6 }), ...searched(text) })
  return text === '' ? [] : asCases(data?.items ?? [], (id) => navigate({ to: '/aftercare/$id', params: { id } }))
}

function useCertification(text: string): readonly Entry[] {
  const navigate = useNavigate()
  const { data } = useQuery({ ...store.ask('certification.listCases', { search: text, limit: 6 }), ...searched(text) })
  return text === '' ? [] : asCases(data?.items ?? [], (id) => navigate({ to: '/certification/$id', params: { id } }))
}

function useEnterprises(text: string): readonly Entry[] {
  const navigate = useNavigate()
  const { data } = useQuery({
    ...store.ask('enterprise.search', { text, limit: 8 }),
    enabled: text !== '',
    placeholderData: (before) => before,
  })
  if (text === '') return []
  return (data ?? []).map(({ id, name, uscc, address }) => ({
    key: id,
    group: 'enterprises',
    title: name,
    detail: uscc === '' ? address : uscc,
    run: () => navigate({ to: '/enterprises/$id', params: { id } }),
  }))
}
