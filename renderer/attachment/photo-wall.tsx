import './photos.css'
import { useState } from 'react'
import { useWords } from '../kernel/i18n'
import { PhotoSlot } from './photo-slot'
import { PhotoViewer } from './photo-viewer'
import { allSlots, isExpected, type Slot, shotList, slotOf } from './shot-list'
import { type PhotosProps, useMissingCopies, usePhotos } from './use-photos'

/** The photos of a record in the places of the shot list; while it is a draft they are dropped, pasted or chosen there. */
export function PhotoWall(props: PhotosProps) {
  const t = useWords()
  const { photos, adding, add, remove } = usePhotos(props)
  const [viewed, setViewed] = useState<string | null>(null)
  useMissingCopies(photos)
  const inSlot = (slot: Slot) => photos.filter((photo) => slotOf(photo.slot) === slot)
  const offered: readonly Slot[] = props.slots === undefined ? shotList : allSlots.filter((slot) => props.slots?.includes(slot))
  const missing = offered.filter((slot) => isExpected(slot) && inSlot(slot).length === 0)
  const shown = allSlots.filter((slot) => inSlot(slot).length > 0 || (props.editable && offered.includes(slot)))
  if (!props.editable && photos.length === 0) return <p className="quiet">{t('attachment.none')}</p>
  return (
    <>
      {props.editable && <p className="items-hint">{t('attachment.hint')}</p>}
      <div className="photo-wall" data-editable={props.editable}>
        {shown.map((slot) => (
          <PhotoSlot
            key={slot}
            slot={slot}
            photos={inSlot(slot)}
            editable={props.editable}
            onAdd={(files) => void add(files, slot)}
            onRemove={(photo) => void remove(photo)}
            onOpen={(photo) => setViewed(photo.id)}
          />
        ))}
      </div>
      {props.editable && offered.some(isExpected) && <Missing adding={adding} missing={missing} />}
      <PhotoViewer photos={photos} viewed={viewed} onView={setViewed} />
    </>
  )
}

function Missing({ adding, missing }: { readonly adding: number; readonly missing: readonly Slot[] }) {
  const t = useWords()
  const names = missing.map((slot) => t(`attachment.slot.${slot}`)).join(' / ')
  const rest = missing.length === 0 ? t('attachment.complete') : t('attachment.missing', { slots: names })
  return (
    <p className="quiet" aria-live="polite">
      {adding > 0 ? t('attachment.adding', { n: adding }) : rest}
    </p>
  )
}
