import { type ChoiceWords, commonChoices } from '../paper/choices.ts'
import { drawChoices } from '../plan/draw-choices.ts'
import { sheetChoices } from '../spot-check/sheet-choices.ts'
import { siteReportChoices } from '../spot-check/site-report-choices.ts'
import { visitChoiceNames } from '../visit/visit-choice-names.ts'

/** The words of every code that a paper may have to write. */
export const paperChoices: readonly ChoiceWords[] = [commonChoices, sheetChoices, siteReportChoices, drawChoices, visitChoiceNames]
