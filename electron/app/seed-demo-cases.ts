import { format } from 'date-fns/format'
import { subDays } from 'date-fns/subDays'
import type { DemoCase, DemoStep } from './seed-demo-data.ts'
import { must, type SeedApp } from './seed-problems.ts'

const ago = (now: Date, days: number): string => format(subDays(now, days), 'yyyy-MM-dd')

/** What the program filled in, with what the person adds. */
async function takeCaseStep(app: SeedApp, id: string, { step, daysAgo, fields }: DemoStep, now: Date): Promise<void> {
  const begun = await must(app.call('aftercare.newStep', { case: id, step }))
  await must(app.call('record.saveDraft', { id: begun.id, kind: 'caseStep', doc: { ...begun.doc, ...fields, on: ago(now, daysAgo) } }))
  await must(app.call('record.submit', { id: begun.id }))
}

/**
 * Opens the case of a failed batch and takes it as far as the demonstration has it. No step of these waits for a day that only the
 * calendar of a year knows, so that a demonstration begins on any day.
 */
export async function handleCase(app: SeedApp, check: string, { daysAgo, steps }: DemoCase, now: Date): Promise<void> {
  const { id } = await must(app.call('aftercare.openCase', { check, on: ago(now, daysAgo) }))
  for (const step of steps) await takeCaseStep(app, id, step, now)
}
