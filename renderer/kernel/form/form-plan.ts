import type { Problem } from '#shared/kernel/result'
import type { FieldKindOf } from './form-frame'

/** What one kind of document's form is made of; the values themselves are in react-hook-form. */
export interface FormPlan {
  /** The kind of record: `samplingSheet`. */
  readonly kind: string
  /** Where its words stand, see `FormFrame`. */
  readonly words: string
  /** Its parts in the order of the paper; the last one is `seal`. */
  readonly sections: readonly string[]
  /** Parts that nothing can be wrong with. */
  readonly unmarked: readonly string[]
  /** Where a problem belongs, by its JSON Pointer. */
  readonly sectionOf: (pointer: string) => string
  /** The label of a field, as its key in the words; '' when it has none. */
  readonly fieldAt: (pointer: string) => string
  readonly isUnfinished: (problem: Problem) => boolean
  /** Where the cursor begins. */
  readonly first: string
  readonly kinds?: Readonly<Record<string, FieldKindOf>>
}

/** What is asked of a plan to sort problems. */
type Sorting = Pick<FormPlan, 'sections' | 'sectionOf' | 'isUnfinished'>

export interface SectionMark {
  readonly section: string
  readonly unfinished: number
  readonly wrong: number
}

/** How each part of the form stands; the marks ✓ ● ! and their numbers. */
export const marksOf = ({ sections, sectionOf, isUnfinished }: Sorting, problems: readonly Problem[]): SectionMark[] =>
  sections.map((section) => {
    const here = problems.filter(({ path }) => sectionOf(path) === section)
    const unfinished = here.filter(isUnfinished).length
    return { section, unfinished, wrong: here.length - unfinished }
  })

/** Problems in the order of the paper, so that "the first" is the one nearest the top. */
export const inPaperOrder = ({ sections, sectionOf }: Omit<Sorting, 'isUnfinished'>, problems: readonly Problem[]): Problem[] =>
  [...problems].sort((one, other) => sections.indexOf(sectionOf(one.path)) - sections.indexOf(sectionOf(other.path)))
