import { type Loose, textAt } from '../kernel/kind.ts'

/** The procedure of one problem: raised on a visit, prescribed for, referred, asked after, solved. */
export const PROBLEM = 'problem'

export const listAt = (doc: Loose, name: string): readonly Loose[] => {
  const list = doc[name]
  return Array.isArray(list) ? list.filter((item): item is Loose => item !== null && typeof item === 'object') : []
}

/** The problems of a visit of whatever completeness, each with its id. */
export const problemsIn = (doc: Loose): readonly (Loose & { readonly id: string })[] =>
  listAt(doc, 'problems').flatMap((found) => (textAt(found, 'id') === '' ? [] : [{ ...found, id: textAt(found, 'id') }]))

/** 处方 of one problem, in the order in which they were written. */
export const prescriptionsFor = (doc: Loose, problem: string): readonly Loose[] =>
  listAt(doc, 'prescriptions').filter((one) => textAt(one, 'problem') === problem)

/** What a problem is searched by: itself, and what was prescribed. */
export const problemWords = (doc: Loose, found: Loose & { readonly id: string }): string =>
  [textAt(found, 'description'), ...prescriptionsFor(doc, found.id).map((one) => textAt(one, 'measure'))].join(' ')
