import { visitChoiceNames } from '#shared/visit/visit-choice-names'
import { defineWords } from '../kernel/define-words'

/** The lists under the names that the fields of a visit have. */
const choicesIn = (language: 'zh' | 'en') => {
  const { visitKind, visitFollow, visitTaskKind, problemType, problemSeverity, helpResource, nqiElement, carried, dimension } =
    visitChoiceNames[language]
  return {
    kind: visitKind,
    follow: visitFollow,
    taskKind: visitTaskKind,
    type: problemType,
    severity: problemSeverity,
    resource: helpResource,
    element: nqiElement,
    carried,
    dimension,
  }
}

/** What may be chosen in a visit, in the words of the trade. */
export const visitChoiceWords = defineWords({ zh: choicesIn('zh'), en: choicesIn('en') })
