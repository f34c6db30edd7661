import { LeftOutlined, RightOutlined } from '@ant-design/icons'
import { Button, Modal } from 'antd'
import { blobUrl } from '#shared/attachment/blob-url'
import { bytesInWords, minuteOf, shortHash } from '../kernel/format'
import { useWords } from '../kernel/i18n'
import type { Photo } from './photo-slot'

interface ViewerProps {
  readonly photos: readonly Photo[]
  /** The id of the photo looked at, or null. */
  readonly viewed: string | null
  /** What the place of a photo is called. */
  readonly placeOf: (photo: Photo) => string
  readonly onView: (id: string | null) => void
}

/** The original, large, with what identifies it. */
export function PhotoViewer({ photos, viewed, placeOf, onView }: ViewerProps) {
  const t = useWords()
  const at = photos.findIndex(({ id }) => id === viewed)
  const photo = photos[at]
  if (photo === undefined) return null
  const step = (by: number): void => onView(photos[(at + by + photos.length) % photos.length]?.id ?? null)
  const { sha256, name, size, addedAt, present } = photo
  return (
    <Modal
      open
      centered
      width="min(92vw, 1200px)"
      footer={null}
      title={t('attachment.picture', { slot: placeOf(photo), name })}
      onCancel={() => onView(null)}
    >
      <div className="photo-large">{present ? <img src={blobUrl(sha256, false)} alt={name} /> : <p>{t('attachment.absent')}</p>}</div>
      <div className="photo-foot">
        <Button icon={<LeftOutlined />} aria-label={t('attachment.previous')} disabled={photos.length < 2} onClick={() => step(-1)} />
        <Button icon={<RightOutlined />} aria-label={t('attachment.next')} disabled={photos.length < 2} onClick={() => step(1)} />
        <span className="quiet">{t('attachment.size', { size: bytesInWords(size), at: minuteOf(addedAt) })}</span>
        <code title={sha256}>{t('attachment.fingerprint', { hash: shortHash(sha256) })}</code>
      </div>
    </Modal>
  )
}
