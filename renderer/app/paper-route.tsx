import { useSearch } from '@tanstack/react-router'
import { PaperScreen, type WantedPaper } from '../paper/paper-screen'
import { PapersScreen } from '../paper/papers-screen'
import { useRecordId } from './route-facts'

/** `#/paper/<record>?layout=samplingSheet&copies=1,3&language=zhEn`: what the printing window opens. */
function wantedOf(search: Readonly<Record<string, unknown>>): WantedPaper {
  const { layout, copies, language } = search
  const numbers = (typeof copies === 'string' ? copies.split(',') : [copies]).map(Number).filter((no) => Number.isInteger(no) && no > 0)
  return {
    layout: typeof layout === 'string' ? layout : '',
    language: language === 'zhEn' ? 'zhEn' : 'zh',
    ...(numbers.length === 0 ? {} : { copies: numbers }),
  }
}

export const PaperRoute = () => <PaperScreen id={useRecordId()} wanted={wantedOf(useSearch({ strict: false }))} />

export function PapersRoute() {
  const id = useRecordId()
  return <PapersScreen key={id} id={id} />
}
