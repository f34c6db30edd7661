import { addDays } from 'date-fns/addDays'
import { format } from 'date-fns/format'
import { subDays } from 'date-fns/subDays'
import { v7 } from 'uuid'
import { type DemoEnterprise, type DemoStep, type DemoTarget, type DemoTask, getCampaign } from './seed-demo-data.ts'
import { must, type SeedApp } from './seed-problems.ts'
import { scribbleOf } from './seed-scribble.ts'

/** Where the tasks of the demonstration come from: the directory as it was filled, and today. */
export interface DemoDirectory {
  readonly enterprise: (key: string) => { readonly id: string; readonly doc: DemoEnterprise['doc'] }
  readonly now: Date
}

const day = (date: Date): string => format(date, 'yyyy-MM-dd')
const ago = (now: Date, days: number): string => day(subDays(now, days))

function samplerNames(keys: readonly string[]): string[] {
  const { samplers } = getCampaign()
  return keys.map((key) => {
    const sampler = samplers[key]
    if (sampler === undefined) throw new Error(`no sampler ${key} in the campaign`)
    return sampler.name
  })
}

function targetOf({ enterprise }: DemoDirectory, key: string): object {
  const { id, doc } = enterprise(key)
  const { name, uscc, address } = doc
  return { check: v7(), enterpriseId: id, name, address, ...(uscc === undefined ? {} : { uscc }) }
}

/** Seals a task; answers the check of each enterprise by its key. */
export async function addTask(app: SeedApp, directory: DemoDirectory, task: DemoTask): Promise<ReadonlyMap<string, string>> {
  const { title, productKind, quota, noticeNo, kind, daysAgo, dueInDays, samplers } = task
  const { now } = directory
  const { id, doc } = await must(app.call('spotCheck.newTask', {}))
  const targets = task.targets.map(({ enterprise }) => targetOf(directory, enterprise)) as { check: string }[]
  const whole = {
    ...doc,
    title,
    productKind,
    quota,
    noticeNo,
    kind,
    authority: getCampaign().taskAuthority,
    lab: getCampaign().lab,
    issuedOn: ago(now, daysAgo),
    dueOn: day(addDays(now, dueInDays)),
    samplers: samplerNames(samplers),
    targets,
  }
  await must(app.call('record.saveDraft', { id, kind: 'spotCheckTask', doc: whole }))
  await must(app.call('record.submit', { id }))
  return new Map(task.targets.map(({ enterprise }, index) => [enterprise, targets[index]?.check ?? '']))
}

/** Records one step of a check: what the program filled in, with what the person adds. */
export async function takeStep(app: SeedApp, check: string, { step, daysAgo, fields }: DemoStep, now: Date): Promise<void> {
  const { id, doc } = await must(app.call('spotCheck.newStep', { check, step }))
  await must(app.call('record.saveDraft', { id, kind: 'checkStep', doc: { ...doc, ...fields, on: ago(now, daysAgo) } }))
  await must(app.call('record.submit', { id }))
}

/** 未抽到样品 or 拒检: typed, signed by the samplers, sealed. */
async function addReport(app: SeedApp, check: string, report: NonNullable<DemoTarget['report']>, now: Date): Promise<void> {
  const { outcome, daysAgo, fields } = report
  const { id, doc } = await must(app.call('spotCheck.newSiteReport', { outcome, check }))
  const body = getCampaign().samplingBody
  const samplingBody = { name: body.name, contact: body.contact, phone: body.phone }
  let signed: unknown = { ...doc, ...fields, samplingBody, date: ago(now, daysAgo) }
  for (const { name } of doc['samplers'] as { name: string }[]) {
    const signature = { role: 'sampler' as const, name, strokes: scribbleOf(name) }
    ;({ doc: signed } = await must(app.call('spotCheck.signSiteReport', { id, doc: signed, signature })))
  }
  await must(app.call('record.submit', { id }))
}

/** What happened at one target before any sheet was written. */
export async function visitTarget(app: SeedApp, check: string, { steps, report }: DemoTarget, now: Date): Promise<void> {
  for (const step of steps) await takeStep(app, check, step, now)
  if (report !== undefined) await addReport(app, check, report, now)
}
