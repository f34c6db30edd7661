import { useSearch } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { PhotoWall } from '../attachment/photo-wall'
import { useNewVisit } from '../visit/fresh-visits'
import { ProblemList } from '../visit/problem-list'
import { ProblemPage } from '../visit/problem-page'
import { newVisitSearch, problemSearch } from '../visit/problem-views'
import { VisitList } from '../visit/visit-list'
import { VisitScreen } from '../visit/visit-screen'
import { useRecordId } from './route-facts'
import { useProfile } from './session'
import { WorkList } from './work-list'
import { workSearch } from './work-search'

export const VisitsRoute = () => <VisitList />

export function VisitRoute() {
  const id = useRecordId()
  return <VisitScreen key={id} id={id} photos={PhotoWall} isSupervisor={useProfile()?.role === 'supervisor'} />
}

/** `#/visits/new`: an address that begins a visit, once. */
export function NewVisitRoute() {
  const { enterprise } = newVisitSearch(useSearch({ strict: false }))
  const newVisit = useNewVisit()
  const begun = useRef(false)
  useEffect(() => {
    if (begun.current) return
    begun.current = true
    void newVisit(enterprise === undefined ? {} : { enterprise }, true)
  })
  return null
}

export const ProblemsRoute = () => <ProblemList show={problemSearch(useSearch({ strict: false })).show ?? 'open'} />

export function ProblemRoute() {
  const id = useRecordId()
  return <ProblemPage key={id} id={id} photos={PhotoWall} />
}

export const WorkRoute = () => <WorkList type={workSearch(useSearch({ strict: false })).type} />
