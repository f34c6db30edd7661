import { useWatch } from 'react-hook-form'
import { useWords } from '../kernel/i18n'
import { KIND, type PhotosOf, type VisitValues } from './visit-doc'

type Problems = VisitValues['problems']

export const problemSlot = (id: string): string => `problem:${id}`

/** The places of a visit's photos: the site, the sign-in sheet, and one for each problem. */
export function usePhotoPlaces(problems: Problems): {
  readonly slots: readonly string[]
  readonly names: Readonly<Record<string, string>>
} {
  const t = useWords()
  const own = (problems ?? []).flatMap(({ id, description = '' }, index) =>
    id === undefined
      ? []
      : [[problemSlot(id), t('visit.form.problemName', { n: index + 1, words: description.slice(0, 8) }).trim()] as const],
  )
  return { slots: ['site', 'signIn', ...own.map(([slot]) => slot), 'other'], names: Object.fromEntries(own) }
}

interface PhotosProps {
  readonly id: string
  readonly photos: PhotosOf
  readonly editable: boolean
  readonly ensure: () => Promise<boolean>
}

export function VisitPhotos({ id, photos: Photos, editable, ensure }: PhotosProps) {
  const places = usePhotoPlaces(useWatch<VisitValues, 'problems'>({ name: 'problems' }))
  return <Photos record={id} kind={KIND} editable={editable} ensure={ensure} {...places} />
}
