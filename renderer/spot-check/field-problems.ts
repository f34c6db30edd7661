import type { Problem } from '#shared/kernel/result'
import { isUnfinished, type SectionName, sectionOf, sections } from './sheet-fields'

/** The problem shown under a field: what is wrong at once, what is missing only when it was asked for. */
export function problemAt(problems: readonly Problem[], pointer: string, strict: boolean): Problem | undefined {
  const here = problems.filter(({ path }) => path === pointer)
  return here.find((found) => !isUnfinished(found)) ?? (strict ? here[0] : undefined)
}

export interface SectionMark {
  readonly section: SectionName
  readonly unfinished: number
  readonly wrong: number
}

/** How each part of the form stands; the marks ✓ ● ! and their numbers. */
export const marksOf = (problems: readonly Problem[]): SectionMark[] =>
  sections.map((section) => {
    const here = problems.filter(({ path }) => sectionOf(path) === section)
    const unfinished = here.filter(isUnfinished).length
    return { section, unfinished, wrong: here.length - unfinished }
  })

/** Problems in the order of the paper, so that "the first" is the one nearest the top. */
export const inPaperOrder = (problems: readonly Problem[]): Problem[] =>
  [...problems].sort((one, other) => sections.indexOf(sectionOf(one.path)) - sections.indexOf(sectionOf(other.path)))

export const isWrong = (problem: Problem): boolean => !isUnfinished(problem)
