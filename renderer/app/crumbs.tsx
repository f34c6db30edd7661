import { useQuery } from '@tanstack/react-query'
import { Link, useRouterState } from '@tanstack/react-router'
import { textAt } from '#shared/kernel/kind'
import { useAnyWord, useWords } from '../kernel/i18n'
import { places } from './rail'
import { store } from './store'

/** Screens of single records whose list is called otherwise. */
const UNDER: Readonly<Record<string, string>> = { checks: 'spot-checks', 'site-reports': 'spot-checks' }

/** Where one is: the screen, and in it the record. */
export function Crumbs() {
  const t = useWords()
  const path = useRouterState({ select: ({ location }) => location.pathname })
  const [, first = '', id] = path.split('/')
  const place = places.find(({ to }) => to === `/${UNDER[first] ?? first}`) ?? places[0]
  return (
    <nav className="crumbs" aria-label={t('app.crumbs')}>
      <ol>
        <li>
          {id === undefined ? (
            <span aria-current="page">{t(`app.nav.${place.name}`)}</span>
          ) : (
            <Link to={place.to}>{t(`app.nav.${place.name}`)}</Link>
          )}
        </li>
        {id !== undefined && (
          <li>
            <span aria-current="page">
              <RecordName id={id} />
            </span>
          </li>
        )}
      </ol>
    </nav>
  )
}

/** What stands there while the record is only opened, or is no record but a check. */
const FRESH: Readonly<Record<string, 'app.kind.spotCheckTask' | 'app.kind.siteReport' | 'app.check'>> = {
  tasks: 'app.kind.spotCheckTask',
  'site-reports': 'app.kind.siteReport',
  checks: 'app.check',
}

function RecordName({ id }: { readonly id: string }) {
  const t = useWords()
  const say = useAnyWord()
  const { data: detail } = useQuery(store.ask('record.get', { id }))
  const path = useRouterState({ select: ({ location }) => location.pathname })
  const [, first = ''] = path.split('/')
  if (detail === undefined || detail === null) return t(FRESH[first] ?? 'spotCheck.form.new')
  if (detail.kind === 'aftercareCase' || detail.kind === 'randomDraw') return textAt(detail.doc, 'no')
  return detail.kind === 'enterprise' ? textAt(detail.doc, 'name') : say(`app.kind.${detail.kind}`)
}
