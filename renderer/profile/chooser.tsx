import './chooser.css'
import { ExperimentOutlined, UserAddOutlined } from '@ant-design/icons'
import { Button, ConfigProvider } from 'antd'
import { useState } from 'react'
import type { Problem } from '#shared/kernel/result'
import { Refused } from '../kernel/feedback'
import { useWords } from '../kernel/i18n'
import { LanguageSwitch } from '../kernel/language-switch'
import { Logo } from '../kernel/logo'
import { ExistingProfiles } from './existing-profiles'
import { NewProfileForm } from './new-profile-form'

interface ChooserProps {
  readonly profiles: readonly ProfileEntry[]
  /** Opens what the main process made or found; answers with the problems when it could not. */
  readonly onOpen: (open: () => ReturnType<typeof openFolder>) => Promise<readonly Problem[]>
  readonly runtimeNote: string | null
}

const openFolder = (folder: string) => window.bridge.shell('profiles.open', { folder })

/** The first screen: go on where one was, play with the demonstration, or begin. */
export function Chooser({ profiles, onOpen, runtimeNote }: ChooserProps) {
  const t = useWords()
  const [problems, setProblems] = useState<readonly Problem[]>([])
  const [making, setMaking] = useState(false)
  const [busy, setBusy] = useState<'demo' | 'create' | 'open' | null>(null)
  const open = async (what: 'demo' | 'create' | 'open', work: () => ReturnType<typeof openFolder>): Promise<void> => {
    setBusy(what)
    setProblems(await onOpen(work))
    setBusy(null)
  }
  return (
    <ConfigProvider componentSize="large">
      <div className="chooser" data-screen="chooser">
        <header className="chooser-head">
          <Logo />
          <div className="chooser-language">
            <LanguageSwitch />
          </div>
        </header>
        <main className="chooser-main">
          <h1>{t('profile.chooser.title')}</h1>
          <p className="chooser-subtitle">{t('profile.chooser.subtitle')}</p>
          <p className="chooser-sentence">{t('profile.chooser.sentence')}</p>
          <Refused problems={problems} />
          {making ? (
            <NewProfileForm
              busy={busy === 'create'}
              onCreate={(profile) => void open('create', () => window.bridge.shell('profiles.create', profile))}
              onBack={() => setMaking(false)}
            />
          ) : (
            <>
              <ExistingProfiles profiles={profiles} busy={busy !== null} onOpen={(folder) => void open('open', () => openFolder(folder))} />
              <div className="chooser-choices">
                <Choice kind="demo" icon={<ExperimentOutlined />}>
                  <Button
                    loading={busy === 'demo'}
                    data-action="open-demo"
                    onClick={() => void open('demo', () => window.bridge.shell('profiles.createDemo', {}))}
                  >
                    {t(busy === 'demo' ? 'profile.chooser.demoMaking' : 'profile.chooser.demoAction')}
                  </Button>
                </Choice>
                <Choice kind="new" icon={<UserAddOutlined />}>
                  <Button type={profiles.length === 0 ? 'primary' : 'default'} data-action="new-profile" onClick={() => setMaking(true)}>
                    {t('profile.chooser.newAction')}
                  </Button>
                </Choice>
              </div>
            </>
          )}
        </main>
        {runtimeNote !== null && <footer className="chooser-foot">{runtimeNote}</footer>}
      </div>
    </ConfigProvider>
  )
}

function Choice({
  kind,
  icon,
  children,
}: {
  readonly kind: 'demo' | 'new'
  readonly icon: React.ReactNode
  readonly children: React.ReactNode
}) {
  const t = useWords()
  return (
    <section className="choice" data-choice={kind}>
      <span className="choice-icon" aria-hidden>
        {icon}
      </span>
      <h2>{t(`profile.chooser.${kind}Title`)}</h2>
      <p>{t(`profile.chooser.${kind}Text`)}</p>
      {children}
    </section>
  )
}
