import { useQuery } from '@tanstack/react-query'
import { Link, useRouterState } from '@tanstack/react-router'
import { textAt } from '#shared/kernel/kind'
import { useWords } from '../kernel/i18n'
import { places } from './rail'
import { store } from './store'

/** Where one is: the screen, and in it the record. */
export function Crumbs() {
  const t = useWords()
  const path = useRouterState({ select: ({ location }) => location.pathname })
  const [, first = '', id] = path.split('/')
  const place = places.find(({ to }) => to === `/${first}`) ?? places[0]
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

function RecordName({ id }: { readonly id: string }) {
  const t = useWords()
  const { data: detail } = useQuery(store.ask('record.get', { id }))
  if (detail === undefined || detail === null) return t('spotCheck.form.new')
  return detail.kind === 'enterprise' ? textAt(detail.doc, 'name') : t('app.sheet')
}
