import { blobUrl } from '#shared/attachment/blob-url'
import type { AttachmentRef } from '#shared/kernel/line'
import type { PaperLanguage } from '#shared/paper/paper-contract'
import { minuteOf, shortHash } from '../kernel/format'
import { Words } from './said'
import { saidOf } from './use-said'

interface AnnexProps {
  readonly photos: readonly AttachmentRef[]
  /** Of all of them, where this page's begin and end. */
  readonly from: number
  readonly to: number
  readonly language: PaperLanguage
}

/** The photos as an annex, two in a row, each with what identifies its original. */
export function PhotoAnnex({ photos, from, to, language }: AnnexProps) {
  const rows = Array.from({ length: to - from }, (_row, index) => photos.slice((from + index) * 2, (from + index) * 2 + 2))
  return (
    <div className="paper-annex">
      {rows.map((row, index) => (
        <div key={row[0]?.id ?? index} data-fragment="row">
          {from + index === 0 && (
            <h2>
              <Words said={saidOf(language, (t) => t('paper.print.photos', { n: photos.length }))} />
            </h2>
          )}
          <div className="paper-photos">
            {row.map((photo) => (
              <Photo key={photo.id} photo={photo} language={language} />
            ))}
          </div>
        </div>
      ))}
    </div>
  )
}

function Photo({
  photo: { sha256, name, slot = 'other', addedAt },
  language,
}: {
  readonly photo: AttachmentRef
  readonly language: PaperLanguage
}) {
  return (
    <figure>
      <img src={blobUrl(sha256, true)} alt={name} />
      <figcaption>
        <Words said={saidOf(language, (t) => t(`attachment.slot.${slot as 'other'}`, { defaultValue: slot }))} /> · {minuteOf(addedAt)} ·{' '}
        <code>{shortHash(sha256)}</code>
      </figcaption>
    </figure>
  )
}
