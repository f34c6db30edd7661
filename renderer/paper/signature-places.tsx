import type { PaperLanguage } from '#shared/paper/paper-contract'
import type { BlockOf } from '#shared/paper/paper-model'
import { SignatureImage } from '../kernel/signature-image'
import { Words } from './said'
import { saidOf } from './use-said'

interface PlacesProps {
  readonly block: BlockOf<'signatures'>
  readonly language: PaperLanguage
}
type Place = BlockOf<'signatures'>['places'][number]

/** Who stands for what is above; the places for stamps and for those who sign by hand stay free. */
export function SignaturePlaces({ block: { places }, language }: PlacesProps) {
  return (
    <div className="paper-signatures" style={{ gridTemplateColumns: `repeat(${String(places.length)}, 1fr)` }}>
      {places.map((place) => (
        <PlaceView key={place.title.zh} place={place} language={language} />
      ))}
    </div>
  )
}

function PlaceView({
  place: { title, stamp, dated, text, people },
  language,
}: {
  readonly place: Place
  readonly language: PaperLanguage
}) {
  return (
    <section className="paper-place">
      <h2>
        <Words said={title} />{' '}
        {stamp && (
          <span className="paper-stamp">
            <Words said={saidOf(language, (t) => t('paper.print.stamp'))} />
          </span>
        )}
      </h2>
      {text !== null && (
        <p>
          <Words said={text} />
        </p>
      )}
      {people.map(({ name, note, strokes, day }) => (
        <div key={`${name} ${day}`} className="paper-signer">
          <span>
            {name} {note}
          </span>
          <span className="paper-ink">
            {strokes !== null && <SignatureImage strokes={strokes} label={name} />} {day}
          </span>
        </div>
      ))}
      {dated && people.length === 0 && (
        <p className="paper-day">
          <Words said={saidOf(language, (t) => t('paper.print.day'))} />
        </p>
      )}
    </section>
  )
}
