import { useSearch } from '@tanstack/react-router'
import { PhotoWall } from '../attachment/photo-wall'
import { CertificatesScreen } from '../certification/certificates-screen'
import { CertificationPage } from '../certification/certification-page'
import { CertificationScreen } from '../certification/certification-screen'
import { certificatesSearch, certificationSearch } from '../certification/certification-views'
import { useRecordId } from './route-facts'

export function CertificationRoute() {
  const { stage } = certificationSearch(useSearch({ strict: false }))
  return <CertificationScreen stage={stage} />
}

export function CertificationCaseRoute() {
  const id = useRecordId()
  return <CertificationPage key={id} id={id} photos={PhotoWall} />
}

export function CertificatesRoute() {
  const { show = 'all', find = '' } = certificatesSearch(useSearch({ strict: false }))
  return <CertificatesScreen key={find} show={show} find={find} photos={PhotoWall} />
}
