import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { App as AntApp, ConfigProvider } from 'antd'
import enUS from 'antd/locale/en_US'
import zhCN from 'antd/locale/zh_CN'
import { say } from '#shared/app/say'
import { useLanguage } from '../kernel/i18n'
import { type Place, PlacesContext } from '../kernel/places'
import { queryClient } from '../kernel/query-client'
import { SayContext } from '../kernel/say'
import { theme } from '../kernel/theme'
import { ChooserPage } from './chooser-page'
import { router } from './router'
import { useProfile } from './session'
import { SettingsContext } from './settings-context'
import { Unexpected } from './unexpected'

interface AppProps {
  readonly settings: Settings
  readonly places: readonly Place[]
}

export function App({ settings, places }: AppProps) {
  const language = useLanguage()
  const profile = useProfile()
  return (
    <ConfigProvider theme={theme} locale={language === 'zh' ? zhCN : enUS} button={{ autoInsertSpace: false }}>
      <QueryClientProvider client={queryClient}>
        <SayContext value={say}>
          <PlacesContext value={places}>
            <SettingsContext value={settings}>
              <AntApp message={{ maxCount: 3, top: 56 }} component={false}>
                <Unexpected />
                {profile === null ? <ChooserPage /> : <RouterProvider key={profile.folder} router={router} />}
              </AntApp>
            </SettingsContext>
          </PlacesContext>
        </SayContext>
      </QueryClientProvider>
    </ConfigProvider>
  )
}
