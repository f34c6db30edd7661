import { blobUrl } from '#shared/attachment/blob-url'
import type { AttachmentRef } from '#shared/kernel/line'
import { minuteOf, shortHash } from '../../kernel/format'
import { useWords } from '../../kernel/i18n'

interface PhotosProps {
  readonly photos: readonly AttachmentRef[]
  readonly no: string
}

/** The photos as an annex, each with what identifies its original. */
export function PaperPhotos({ photos, no }: PhotosProps) {
  const t = useWords()
  return (
    <article className="paper-page paper-annexed">
      <h2 className="paper-annex">
        {t('spotCheck.paper.photosTitle', { n: photos.length })} <span className="paper-no">{no}</span>
      </h2>
      <div className="paper-photos">
        {photos.map(({ id, sha256, name, slot = 'other', addedAt }) => (
          <figure key={id}>
            <img src={blobUrl(sha256, true)} alt={name} />
            <figcaption>
              {t(`attachment.slot.${slot as 'other'}`)} · {minuteOf(addedAt)} · <code>{shortHash(sha256)}</code>
            </figcaption>
          </figure>
        ))}
      </div>
    </article>
  )
}
