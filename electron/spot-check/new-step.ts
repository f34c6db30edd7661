import { getTaskOfCheck } from '#db/spot-check/check-queries'
import { type Course, lastOf } from '#shared/kernel/procedure'
import { explainVerdict } from '#shared/reference/verdict'
import { type CheckStep, SPOT_CHECK } from '#shared/spot-check/check-step'
import { editionOf } from '#shared/spot-check/decide-check-step'
import type { SamplingSheet } from '#shared/spot-check/sampling-sheet'
import type { SpotCheckTask } from '#shared/spot-check/task'
import { courseOf } from '../kernel/course.ts'
import { dayOf, type World } from '../kernel/world.ts'
import { samplersFor, targetOf, taskOf } from './known.ts'

type Doc = { readonly [key: string]: unknown }
type Step = CheckStep['step']
type Taken<S extends Step> = Extract<CheckStep, { step: S }>

interface Sources {
  readonly world: World
  readonly check: string
  readonly course: Course
  readonly sheet: SamplingSheet | null
  readonly task: ReturnType<typeof taskOf>
}

const LAB_LENGTH = 120
const SENTENCE_LENGTH = 1000

const taken = <S extends Step>(course: Course, step: S): Taken<S> | undefined => lastOf(course, step)?.doc as Taken<S> | undefined

function assign({ world, task, check }: Sources): Doc {
  return { samplers: (samplersFor(world, task, check) ?? []).map(({ name }) => name) }
}

const arrive = ({ task, check }: Sources): Doc => ({ place: targetOf(task, check)?.address, noticeNo: task?.doc.noticeNo })

function dispatch({ sheet, task }: Sources): Doc {
  const { sendTo, courier, trackingNo, protection } = sheet?.sampling ?? {}
  const lab = (task?.doc.lab ?? sendTo)?.slice(0, LAB_LENGTH)
  return { lab, by: courier === undefined && trackingNo === undefined ? 'carried' : 'courier', courier, trackingNo, condition: protection }
}

const receive = ({ course }: Sources): Doc => ({ lab: taken(course, 'dispatch')?.lab })

const report = ({ course, sheet }: Sources): Doc => ({ lab: taken(course, 'receive')?.lab, testers: [], items: sheet?.items ?? [] })

function judge({ course, sheet }: Sources): Doc {
  const found = taken(course, 'report')
  const edition = sheet === null ? '' : editionOf(sheet)
  if (found === undefined) return { edition }
  const { verdict, sentence } = explainVerdict(found.items, edition)
  return { verdict: verdict === 'undecided' ? undefined : verdict, edition, sentence: sentence.zh.slice(0, SENTENCE_LENGTH) }
}

const FILLED: Readonly<Record<Step, (sources: Sources) => Doc>> = { assign, arrive, draw: () => ({}), dispatch, receive, report, judge }

export const isCheckStep = (step: string): step is Step => step in FILLED

const regionOf = (world: World, sheet: SamplingSheet | null, task: SpotCheckTask | undefined): string =>
  sheet?.head.region ?? task?.region ?? world.self.region

/** A step of a check, filled in from what stands before it. */
export function newStep(world: World, check: string, step: Step): Doc {
  const course = courseOf(world, SPOT_CHECK, check)
  const sheet = (lastOf(course, 'seal')?.doc as SamplingSheet | undefined) ?? null
  const task = taskOf(world, getTaskOfCheck(world.db, check) ?? '')
  const about = { step, check, on: dayOf(world), region: regionOf(world, sheet, task?.doc), checkNo: sheet?.head.no ?? task?.doc.no }
  return { ...about, ...FILLED[step]({ world, check, course, sheet, task }) }
}
