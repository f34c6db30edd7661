import { RightOutlined } from '@ant-design/icons'
import { useFirstFocus } from '../kernel/first-focus'
import { minuteOf } from '../kernel/format'
import { useWords } from '../kernel/i18n'
import { usePlaceName } from '../kernel/places'
import { DemoMark } from '../kernel/state-pill'

interface ExistingProps {
  readonly profiles: readonly ProfileEntry[]
  readonly busy: boolean
  readonly onOpen: (folder: string) => void
}

/** The profiles of this computer, the last one first. */
export function ExistingProfiles({ profiles, busy, onOpen }: ExistingProps) {
  const t = useWords()
  const placeName = usePlaceName()
  const first = useFirstFocus<HTMLButtonElement>()
  if (profiles.length === 0) return null
  return (
    <section className="chooser-existing">
      <h2>{t('profile.chooser.existing')}</h2>
      <ul>
        {profiles.map(({ folder, name, role, region, org, demo, lastOpened }, index) => (
          <li key={folder}>
            <button
              type="button"
              className="profile-card"
              disabled={busy}
              ref={index === 0 ? first : null}
              data-profile={folder}
              onClick={() => onOpen(folder)}
            >
              <span className="profile-name">
                {name} {demo && <DemoMark />}
              </span>
              <span className="quiet">{[t(`profile.role.${role}`), placeName(region), org].filter((part) => part !== '').join(' · ')}</span>
              <span className="quiet number">
                {lastOpened === null
                  ? t('profile.chooser.neverOpened')
                  : t('profile.chooser.opened', { at: minuteOf(localOf(lastOpened)) })}
              </span>
              <RightOutlined aria-hidden />
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** The main process notes the moment in UTC; here it is read on the same computer's clock. */
function localOf(moment: string): string {
  const at = new Date(moment)
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString()
}
