import { CloseOutlined, PictureOutlined, PlusOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { type ClipboardEvent, useRef } from 'react'
import { blobUrl } from '#shared/attachment/blob-url'
import { useWords } from '../kernel/i18n'
import { useDrop } from '../kernel/use-drop'
import type { Slot } from './shot-list'

export interface Photo {
  readonly id: string
  readonly sha256: string
  readonly name: string
  readonly size: number
  readonly slot?: string | undefined
  readonly addedAt: string
  readonly present: boolean
}

interface SlotProps<P extends Photo> {
  readonly slot: Slot
  /** What the place is called, in the language in use. */
  readonly name: string
  readonly photos: readonly P[]
  readonly editable: boolean
  readonly onAdd: (files: readonly File[]) => void
  readonly onRemove: (photo: P) => void
  readonly onOpen: (photo: P) => void
}

/** One place of the shot list. */
export function PhotoSlot<P extends Photo>({ slot, name, photos, editable, onAdd, onRemove, onOpen }: SlotProps<P>) {
  const { over, handlers } = useDrop(onAdd)
  const onPaste = (event: ClipboardEvent): void => {
    const files = [...event.clipboardData.files]
    if (files.length === 0) return
    event.preventDefault()
    event.stopPropagation()
    onAdd(files)
  }
  return (
    <fieldset
      className="photo-slot"
      data-slot={slot}
      data-over={over}
      data-empty-slot={photos.length === 0}
      {...(editable ? { ...handlers, onPaste } : {})}
    >
      <legend>
        {name} {photos.length > 1 && <span className="quiet">{photos.length}</span>}
      </legend>
      <div className="photo-row">
        {photos.map((photo) => (
          <Thumb
            key={photo.id}
            photo={photo}
            slotName={name}
            editable={editable}
            onOpen={() => onOpen(photo)}
            onRemove={() => onRemove(photo)}
          />
        ))}
        {editable && <AddButton name={name} slot={slot} over={over} onAdd={onAdd} />}
      </div>
    </fieldset>
  )
}

interface ThumbProps {
  readonly photo: Photo
  readonly slotName: string
  readonly editable: boolean
  readonly onOpen: () => void
  readonly onRemove: () => void
}

function Thumb({ photo, slotName, editable, onOpen, onRemove }: ThumbProps) {
  const t = useWords()
  const { sha256, name, present } = photo
  return (
    <div className="photo-thumb" data-photo={sha256}>
      <button type="button" className="photo-open" aria-label={t('attachment.open', { name })} onClick={onOpen}>
        {present ? (
          <img src={blobUrl(sha256, true)} alt={t('attachment.picture', { slot: slotName, name })} loading="lazy" />
        ) : (
          <span className="photo-absent">
            <PictureOutlined aria-hidden /> {t('attachment.absent')}
          </span>
        )}
      </button>
      {editable && (
        <Button
          className="photo-remove"
          size="small"
          shape="circle"
          icon={<CloseOutlined />}
          aria-label={t('attachment.remove', { name })}
          onClick={onRemove}
        />
      )}
    </div>
  )
}

interface AddProps {
  readonly name: string
  readonly slot: Slot
  readonly over: boolean
  readonly onAdd: (files: readonly File[]) => void
}

function AddButton({ name, slot, over, onAdd }: AddProps) {
  const t = useWords()
  const chooser = useRef<HTMLInputElement>(null)
  const words = over ? t('attachment.drop', { slot: name }) : t('attachment.addShort')
  return (
    <>
      <button
        type="button"
        className="photo-add"
        data-field={`/photos/${slot}`}
        aria-label={t('attachment.add', { slot: name })}
        title={t('attachment.paste', { slot: name })}
        onClick={() => chooser.current?.click()}
      >
        <PlusOutlined aria-hidden /> {words}
      </button>
      <input
        ref={chooser}
        type="file"
        hidden
        multiple
        accept="image/jpeg,image/png,image/webp,image/gif"
        data-slot-input={slot}
        onChange={(event) => {
          onAdd([...(event.target.files ?? [])])
          event.target.value = ''
        }}
      />
    </>
  )
}
