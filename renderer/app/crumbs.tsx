import { useQuery } from '@tanstack/react-query'
import { Link, useRouterState } from '@tanstack/react-router'
import { textAt } from '#shared/kernel/kind'
import { useAnyWord, useWords } from '../kernel/i18n'
import { places } from './rail'
import { store } from './store'

/** Screens of single records whose list is called otherwise. */
const UNDER: Readonly<Record<string, string>> = {
  checks: 'spot-checks',
  'site-reports': 'spot-checks',
  problems: 'visits',
  agreements: 'teams',
  people: 'teams',
  certificates: 'certification',
  lookalikes: 'enterprises',
  where: 'sync',
  aside: 'sync',
  'missing-files': 'sync',
  conflicts: 'sync',
}

/** Lists that the rail does not name. */
const PAGES = {
  work: 'work.title',
  problems: 'visit.problem.title',
  certificates: 'certification.certificates',
  lookalikes: 'enterprise.alike.title',
  where: 'sync.centre.where.title',
  aside: 'sync.centre.aside.title',
  'missing-files': 'sync.centre.missing.title',
  conflicts: 'sync.conflict.title',
} as const
const isPage = (name: string): name is keyof typeof PAGES => Object.hasOwn(PAGES, name)

/** Where one is: the screen, and in it the record. */
export function Crumbs() {
  const t = useWords()
  const path = useRouterState({ select: ({ location }) => location.pathname })
  const [, first = '', id] = path.split('/')
  const page = isPage(first) ? PAGES[first] : undefined
  const place = places.find(({ to }) => to === `/${UNDER[first] ?? first}`) ?? places[0]
  return (
    <nav className="crumbs" aria-label={t('app.crumbs')}>
      <ol>
        <li>
          {id === undefined && page === undefined ? (
            <span aria-current="page">{t(`app.nav.${place.name}`)}</span>
          ) : (
            <Link to={place.to}>{t(`app.nav.${place.name}`)}</Link>
          )}
        </li>
        {id === undefined && page !== undefined && (
          <li>
            <span aria-current="page">{t(page)}</span>
          </li>
        )}
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
const FRESH: Readonly<Record<string, 'app.kind.spotCheckTask' | 'app.kind.siteReport' | 'app.check' | 'app.kind.visit' | 'app.problem'>> = {
  tasks: 'app.kind.spotCheckTask',
  'site-reports': 'app.kind.siteReport',
  checks: 'app.check',
  visits: 'app.kind.visit',
  problems: 'app.problem',
}

/** Records that are called by a name of their own. */
const NAMED: ReadonlySet<string> = new Set(['enterprise', 'taskForce', 'adviser', 'facility'])
/** Those that are called by their number. */
const NUMBERED: ReadonlySet<string> = new Set(['aftercareCase', 'randomDraw', 'certificationCase', 'serviceAgreement'])

function RecordName({ id }: { readonly id: string }) {
  const t = useWords()
  const say = useAnyWord()
  const { data: detail } = useQuery(store.ask('record.get', { id }))
  const path = useRouterState({ select: ({ location }) => location.pathname })
  const [, first = ''] = path.split('/')
  if (detail === undefined || detail === null) return t(FRESH[first] ?? 'spotCheck.form.new')
  if (NUMBERED.has(detail.kind)) return textAt(detail.doc, 'no')
  return NAMED.has(detail.kind) ? textAt(detail.doc, 'name') : say(`app.kind.${detail.kind}`)
}
