import {
  AimOutlined,
  AuditOutlined,
  BarChartOutlined,
  CloudSyncOutlined,
  ClusterOutlined,
  DashboardOutlined,
  DatabaseOutlined,
  DeploymentUnitOutlined,
  FileProtectOutlined,
  ImportOutlined,
  LineChartOutlined,
  MedicineBoxOutlined,
  ProfileOutlined,
  SafetyCertificateOutlined,
  SettingOutlined,
  ShopOutlined,
  TeamOutlined,
} from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import { useWords } from '../kernel/i18n'
import { Logo } from '../kernel/logo'

export const places = [
  { to: '/', name: 'today', icon: <DashboardOutlined /> },
  { to: '/tasks', name: 'tasks', icon: <AimOutlined /> },
  { to: '/spot-checks', name: 'sheets', icon: <ProfileOutlined /> },
  { to: '/aftercare', name: 'aftercare', icon: <AuditOutlined /> },
  { to: '/draw', name: 'draw', icon: <DeploymentUnitOutlined /> },
  { to: '/coach', name: 'coach', icon: <LineChartOutlined /> },
  { to: '/visits', name: 'visits', icon: <MedicineBoxOutlined /> },
  { to: '/certification', name: 'certification', icon: <FileProtectOutlined /> },
  { to: '/one-stop', name: 'oneStop', icon: <ClusterOutlined /> },
  { to: '/teams', name: 'teams', icon: <TeamOutlined /> },
  { to: '/enterprises', name: 'enterprises', icon: <ShopOutlined /> },
  { to: '/report', name: 'report', icon: <BarChartOutlined /> },
  { to: '/sync', name: 'sync', icon: <CloudSyncOutlined /> },
  { to: '/import', name: 'import', icon: <ImportOutlined /> },
  { to: '/reference', name: 'reference', icon: <DatabaseOutlined /> },
  { to: '/devices', name: 'devices', icon: <SafetyCertificateOutlined /> },
  { to: '/settings', name: 'settings', icon: <SettingOutlined /> },
] as const

/** Places that begin another kind of work: sampling, help, who and what is looked at, packing, the device. */
const APART: ReadonlySet<string> = new Set(['visits', 'enterprises', 'sync', 'reference'])

export function Rail() {
  const t = useWords()
  return (
    <nav className="rail" aria-label={t('app.nav.label')}>
      <div className="rail-brand">
        <Logo />
        <span>{t('app.name')}</span>
      </div>
      <ul>
        {places.map(({ to, name, icon }) => (
          <li key={to} data-apart={APART.has(name) || undefined}>
            <Link to={to} className="rail-link" activeOptions={{ exact: to === '/', includeSearch: false }} data-nav={name}>
              <span aria-hidden>{icon}</span>
              {t(`app.nav.${name}`)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
