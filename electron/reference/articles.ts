import type { Bilingual } from '#shared/kernel/bilingual'
import { directoryOf, type ReferenceWorld } from './directory.ts'

/** The article of law that a key names. A key without an article is our own mistake. */
export function getArticle(world: ReferenceWorld, key: string): Bilingual {
  const found = directoryOf(world).lawArticle.decisive.find((held) => held.key === key)
  if (found === undefined) throw new Error(`no article of law for ${key}`)
  return found.item.article
}
