import { diffWordsWithSpace } from 'diff'

/** Words of Chinese have no spaces between them. */
const segmenter = new Intl.Segmenter('zh', { granularity: 'word' })

/** A long text as it is now, with what came in and what went since before. */
export function TextChanges({ before, after }: { readonly before: string; readonly after: string }) {
  const parts = diffWordsWithSpace(before, after, { intlSegmenter: segmenter })
  return (
    <span className="value-text">
      {parts.map(({ value, added, removed }, index) => {
        // biome-ignore lint/suspicious/noArrayIndexKey: two texts that were sealed always differ in the same parts
        if (added) return <ins key={index}>{value}</ins>
        // biome-ignore lint/suspicious/noArrayIndexKey: likewise
        if (removed) return <del key={index}>{value}</del>
        return value
      })}
    </span>
  )
}
