import { FolderOpenOutlined, SwapOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { minuteOf } from '../kernel/format'
import { useWords } from '../kernel/i18n'
import { LanguageSwitch } from '../kernel/language-switch'
import { Page, Panel } from '../kernel/page'
import { usePlaceName } from '../kernel/places'
import { store } from './store'

interface SettingsProps {
  readonly settings: Settings
  readonly onLeave: () => void
}

/** Language, the program, the profile and where its data and keys are. */
export function SettingsScreen({ settings, onLeave }: SettingsProps) {
  const t = useWords()
  const { app, runtime } = settings
  return (
    <Page screen="settings" title={t('profile.settings.title')}>
      <div className="two-columns">
        <div>
          <Panel title={t('profile.settings.language')}>
            <LanguageSwitch />
          </Panel>
          <Panel title={t('profile.settings.about')}>
            <dl className="facts">
              <Fact name={t('profile.settings.app')}>{app}</Fact>
              <Fact name={t('profile.settings.electron')}>{runtime.electron ?? '/'}</Fact>
              <Fact name={t('profile.settings.node')}>{runtime.node}</Fact>
              <Fact name={t('profile.settings.runtime')} span="full">
                {t(runtime.fallback ? 'profile.settings.fallback' : 'profile.settings.shipped')}
              </Fact>
            </dl>
          </Panel>
        </div>
        <ProfilePanel onLeave={onLeave} />
      </div>
    </Page>
  )
}

function Fact({
  name,
  span = 'third',
  children,
}: {
  readonly name: string
  readonly span?: 'third' | 'full'
  readonly children: ReactNode
}) {
  return (
    <div className="fact" data-span={span}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

function ProfilePanel({ onLeave }: { readonly onLeave: () => void }) {
  const t = useWords()
  const placeName = usePlaceName()
  const { data: info } = useQuery(store.ask('profile.info', {}))
  if (info === undefined) return null
  return (
    <Panel title={t('profile.settings.profile')}>
      <dl className="facts">
        <Fact name={t('profile.settings.name')}>{info.name}</Fact>
        <Fact name={t('profile.settings.role')}>{t(`profile.role.${info.role}`)}</Fact>
        <Fact name={t('profile.settings.region')}>{placeName(info.region)}</Fact>
        <Fact name={t('profile.settings.org')} span="full">
          {info.org === '' ? '/' : info.org}
        </Fact>
        <Fact name={t('profile.settings.created')}>{minuteOf(info.created)}</Fact>
        <Fact name={t('profile.settings.device')} span="full">
          <span className="mono">{info.device}</span>
        </Fact>
        <Fact name={t('profile.settings.sqlite')}>{info.runtime.sqlite}</Fact>
        <Fact name={t('profile.settings.keys')} span="full">
          {t(`profile.settings.${info.keys}`)}
        </Fact>
        <Fact name={t('profile.settings.folder')} span="full">
          <span className="mono breakable">{info.folder}</span>
        </Fact>
      </dl>
      <div className="button-row">
        <Button
          icon={<FolderOpenOutlined />}
          data-action="reveal-folder"
          onClick={() => void window.bridge.shell('files.reveal', { file: info.folder })}
        >
          {t('profile.settings.reveal')}
        </Button>
        <Button icon={<SwapOutlined />} data-action="leave-profile" onClick={onLeave}>
          {t('profile.settings.leave')}
        </Button>
      </div>
      <p className="quiet">{t('profile.settings.leaveText')}</p>
    </Panel>
  )
}
