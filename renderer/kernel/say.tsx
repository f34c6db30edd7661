import { createContext, useContext } from 'react'
import type { Problem } from '#shared/kernel/result'
import { useLanguage } from './i18n'

type Say = (problem: Problem, language: Language) => string

/** The words of every feature's problems; `app/` provides them, since only it knows all features. */
export const SayContext = createContext<Say>(({ code }) => code)

export function useSay(): (problem: Problem) => string {
  const say = useContext(SayContext)
  const language = useLanguage()
  return (problem) => say(problem, language)
}
