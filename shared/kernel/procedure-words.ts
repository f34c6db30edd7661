import type { ProcedureProblem } from './procedure.ts'
import type { WordsFor } from './words.ts'

export const procedureWords: WordsFor<ProcedureProblem> = {
  'procedure.unknownStep': {
    zh: ({ step, known }) => `没有“${step}”这个步骤；可用的有：${known}`,
    en: ({ step, known }) => `There is no step “${step}”; there are: ${known}`,
  },
  'procedure.notInState': {
    zh: ({ step, state, article }) => `现在是“${state.zh}”，不能记录“${step.zh}”，没有写入（${article.zh}）`,
    en: ({ step, state, article }) => `“${step.en}” is not possible while the state is “${state.en}”; nothing was recorded (${article.en})`,
  },
  'procedure.beforeItsCause': {
    zh: ({ on, step, cause, day }) => `“${step.zh}”的日期 ${on} 早于它所依据的“${cause.zh}”（${day}），请核对日期`,
    en: ({ on, step, cause, day }) => `“${step.en}” on ${on} would be before “${cause.en}” (${day}), on which it rests; check the dates`,
  },
  'procedure.inFuture': {
    zh: ({ on, today }) => `日期 ${on} 晚于今天（${today}）；只能记录已经发生的步骤`,
    en: ({ on, today }) => `The day ${on} is after today (${today}); only what has happened can be recorded`,
  },
  'procedure.alreadyTaken': {
    zh: ({ step, on, article }) => `“${step.zh}”已于 ${on} 记录，没有再次写入；如有错误请更正原记录（${article.zh}）`,
    en: ({ step, on, article }) =>
      `“${step.en}” was recorded on ${on} and happens once; nothing was recorded. Correct that record if it is wrong (${article.en})`,
  },
  'procedure.laterStepsStand': {
    zh: ({ steps }) => `后面的步骤以它为依据：${steps.zh}；请先更正或作废后面的步骤，现有记录没有改动`,
    en: ({ steps }) => `Later steps rest on this one: ${steps.en}; correct or void those first. Nothing was changed`,
  },
}
