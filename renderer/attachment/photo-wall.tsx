import './photos.css'
import { useState } from 'react'
import { useWords } from '../kernel/i18n'
import { PhotoSlot } from './photo-slot'
import { PhotoViewer } from './photo-viewer'
import { isExpected, isNamed, namedSlots, type Slot, shotList, slotOf } from './shot-list'
import { type PhotosProps, useMissingCopies, usePhotos } from './use-photos'

/** The photos of a record in the places of the shot list; while it is a draft they are dropped, pasted or chosen there. */
export function PhotoWall(props: PhotosProps) {
  const t = useWords()
  const { photos: all, adding, add, remove } = usePhotos(props)
  const photos = props.only === true ? all.filter(({ slot = '' }) => props.slots?.includes(slot)) : all
  const [viewed, setViewed] = useState<string | null>(null)
  useMissingCopies(photos)
  const nameOf = useSlotName(props.names)
  // What a form asks for stands in its own order, before whatever else the record has.
  const places: readonly Slot[] = [...new Set([...(props.slots ?? []), ...namedSlots])]
  const inSlot = (slot: Slot) => photos.filter((photo) => slotOf(photo.slot, places) === slot)
  const offered: readonly Slot[] = props.slots ?? shotList
  const missing = offered.filter((slot) => isExpected(slot) && inSlot(slot).length === 0)
  const shown = places.filter((slot) => inSlot(slot).length > 0 || (props.editable && offered.includes(slot)))
  if (!props.editable && photos.length === 0) return <p className="quiet">{t('attachment.none')}</p>
  return (
    <>
      {props.editable && <p className="items-hint">{t('attachment.hint')}</p>}
      <div className="photo-wall" data-editable={props.editable}>
        {shown.map((slot) => (
          <PhotoSlot
            key={slot}
            slot={slot}
            name={nameOf(slot)}
            photos={inSlot(slot)}
            editable={props.editable}
            onAdd={(files) => void add(files, slot)}
            onRemove={(photo) => void remove(photo)}
            onOpen={(photo) => setViewed(photo.id)}
          />
        ))}
      </div>
      {props.editable && offered.some(isExpected) && <Missing adding={adding} missing={missing.map(nameOf)} />}
      <PhotoViewer photos={photos} viewed={viewed} placeOf={({ slot }) => nameOf(slotOf(slot, places))} onView={setViewed} />
    </>
  )
}

function useSlotName(own: Readonly<Record<string, string>> = {}): (slot: Slot) => string {
  const t = useWords()
  return (slot) => own[slot] ?? (isNamed(slot) ? t(`attachment.slot.${slot}`) : slot)
}

function Missing({ adding, missing }: { readonly adding: number; readonly missing: readonly string[] }) {
  const t = useWords()
  const rest = missing.length === 0 ? t('attachment.complete') : t('attachment.missing', { slots: missing.join(' / ') })
  return (
    <p className="quiet" aria-live="polite">
      {adding > 0 ? t('attachment.adding', { n: adding }) : rest}
    </p>
  )
}
