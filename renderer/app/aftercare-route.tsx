import { useSearch } from '@tanstack/react-router'
import { AftercareScreen } from '../aftercare/aftercare-screen'
import { CasePage } from '../aftercare/case-page'
import { aftercareSearch } from '../aftercare/lanes'
import { PhotoWall } from '../attachment/photo-wall'
import { FileCheck } from './file-check'
import { useRecordId } from './route-facts'

export function AftercareRoute() {
  const { show } = aftercareSearch(useSearch({ strict: false }))
  return <AftercareScreen show={show} />
}

export function CaseRoute() {
  const id = useRecordId()
  return <CasePage key={id} id={id} photos={PhotoWall} inspect={<FileCheck subject={id} />} />
}
