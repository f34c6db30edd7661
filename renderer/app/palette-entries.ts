import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { speak, useLanguage, useWords } from '../kernel/i18n'
import { useNewSheet } from '../spot-check/fresh-sheets'
import { NO_FILTER } from '../spot-check/sheet-filters'
import { matches } from '../spot-check/use-sheets'
import { places } from './rail'
import { leaveProfile } from './session'
import { store } from './store'

export interface Entry {
  readonly key: string
  readonly group: 'screens' | 'actions' | 'sheets' | 'enterprises'
  readonly title: string
  readonly detail: string
  readonly run: () => void | Promise<void>
}

/** Everything that matches, commands first, then what the store finds. */
export function useEntries(text: string, onHelp: () => void): readonly Entry[] {
  const commands = useCommands(onHelp)
  const sheets = useSheets(text)
  const enterprises = useEnterprises(text)
  const wanted = text.toLowerCase()
  return [...commands.filter(({ title, key }) => `${title} ${key}`.toLowerCase().includes(wanted)), ...sheets, ...enterprises]
}

function useCommands(onHelp: () => void): readonly Entry[] {
  const t = useWords()
  const language = useLanguage()
  const navigate = useNavigate()
  const newSheet = useNewSheet()
  const other = language === 'zh' ? 'en' : 'zh'
  const action = (key: string, title: string, run: Entry['run'], detail = ''): Entry => ({ key, group: 'actions', title, detail, run })
  return [
    action('new sheet', t('spotCheck.list.new'), () => newSheet(), 'Ctrl+N'),
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

function useSheets(text: string): readonly Entry[] {
  const t = useWords()
  const navigate = useNavigate()
  const { data } = useQuery({
    ...store.ask('record.list', { kind: 'samplingSheet', search: text, limit: 8 }),
    enabled: text !== '',
    placeholderData: (before) => before,
  })
  const { data: drafts } = useQuery({ ...store.ask('record.listDrafts', {}), enabled: text !== '' })
  if (text === '') return []
  const matching = (drafts ?? []).filter((draft) => matches(draft, { ...NO_FILTER, search: text })).slice(0, 4)
  return [...matching, ...(data?.items ?? [])].map(({ id, no, title, state }) => ({
    key: id,
    group: 'sheets',
    title: title === '' ? no : title,
    detail: `${no} · ${t(`kernel.state.${state}`)}`,
    run: () => navigate({ to: '/spot-checks/$id', params: { id } }),
  }))
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
