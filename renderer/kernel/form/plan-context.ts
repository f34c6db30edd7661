import { createContext, useContext } from 'react'
import type { FormPlan } from './form-plan'

export const PlanContext = createContext<FormPlan | null>(null)

export function usePlan(): FormPlan {
  const plan = useContext(PlanContext)
  if (plan === null) throw new Error('outside of a form')
  return plan
}
