import { QuestionCircleOutlined, SearchOutlined, SwapOutlined, UserOutlined } from '@ant-design/icons'
import { Button, Dropdown } from 'antd'
import { useWords } from '../kernel/i18n'
import { LanguageSwitch } from '../kernel/language-switch'
import { usePlaceName } from '../kernel/places'
import { DemoMark } from '../kernel/state-pill'
import { Crumbs } from './crumbs'
import { leaveProfile, useProfile } from './session'

interface HeaderProps {
  readonly onFind: () => void
  readonly onHelp: () => void
}

export function Header({ onFind, onHelp }: HeaderProps) {
  const t = useWords()
  return (
    <header className="header">
      <Crumbs />
      <button type="button" className="find-box" data-action="find" onClick={onFind}>
        <SearchOutlined aria-hidden /> {t('app.find')} <kbd>{t('app.findKeys')}</kbd>
      </button>
      <LanguageSwitch />
      <Button type="text" icon={<QuestionCircleOutlined />} aria-label={t('app.help')} title={t('app.help')} onClick={onHelp} />
      <ProfileChip />
    </header>
  )
}

function ProfileChip() {
  const t = useWords()
  const placeName = usePlaceName()
  const profile = useProfile()
  if (profile === null) return null
  const { name, role, region, demo } = profile
  return (
    <Dropdown
      trigger={['click']}
      menu={{ items: [{ key: 'leave', icon: <SwapOutlined />, label: t('app.leave') }], onClick: () => void leaveProfile() }}
    >
      <button type="button" className="profile-chip">
        <span className="unseen">{t('app.profile')}</span>
        <UserOutlined aria-hidden />
        <span className="profile-chip-name">{name}</span>
        <span className="profile-chip-role">
          {t(`profile.role.${role}`)} · {placeName(region)}
        </span>
        {demo && <DemoMark />}
      </button>
    </Dropdown>
  )
}
