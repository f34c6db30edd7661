import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import type { ListFilter } from '#shared/kernel/record-contract'
import { ok, problem, type Result, refuse } from '#shared/kernel/result'
import { newRecordId } from '../../kernel/world.ts'
import type { App } from '../start.ts'
import { action, type Cli, first, text } from './command.ts'
import { DONE, print, report } from './output.ts'
import { readJsonInput, withApp } from './session.ts'

/** `{id, revision, state}` of what was written. */
const written = (answer: Result<{ readonly id: string; readonly revision: string | null; readonly state: string }>): Result<object> =>
  answer.ok ? ok({ id: answer.value.id, revision: answer.value.revision, state: answer.value.state }) : answer

function addWriting(cli: Cli, record: Cli['program']): void {
  const put = record
    .command('put <kind>')
    .description('save a draft')
    .option('--id <id>')
    .requiredOption('--file <file>', 'JSON, - for stdin')
  action(cli, put, (common, args, { id, file }) =>
    withApp(cli.host, common, async ({ call }, output) => {
      const doc = readJsonInput(text(file))
      if (!doc.ok) return report(output, doc)
      return report(output, written(await call('record.saveDraft', { id: text(id) || newRecordId(), kind: first(args), doc: doc.value })))
    }),
  )
  action(cli, record.command('submit <id>').description('seal a draft'), (common, args) =>
    withApp(cli.host, common, async ({ call }, output) => report(output, written(await call('record.submit', { id: first(args) })))),
  )
  const correct = record
    .command('correct <id>')
    .description('correct a sealed record')
    .requiredOption('--reason <reason>')
    .requiredOption('--file <file>')
  action(cli, correct, (common, args, { reason, file }) =>
    withApp(cli.host, common, async ({ call }, output) => {
      const doc = readJsonInput(text(file))
      if (!doc.ok) return report(output, doc)
      return report(output, written(await call('record.correct', { id: first(args), doc: doc.value, reason: text(reason) })))
    }),
  )
  action(
    cli,
    record.command('void <id>').description('void a sealed record').requiredOption('--reason <reason>'),
    (common, args, { reason }) =>
      withApp(cli.host, common, async ({ call }, output) =>
        report(output, written(await call('record.void', { id: first(args), reason: text(reason) }))),
      ),
  )
  const review = record.command('review <id>').description('approve or return a record (supervisor)')
  action(
    cli,
    review.requiredOption('--verdict <verdict>', 'approved or returned').option('--remarks <text>'),
    (common, args, { verdict, remarks }) =>
      withApp(cli.host, common, async ({ call }, output) =>
        report(
          output,
          written(await call('record.review', { id: first(args), verdict: text(verdict) as 'approved', remarks: text(remarks) })),
        ),
      ),
  )
}

async function getRecord({ call }: App, id: string, history: boolean): Promise<Result<object>> {
  const answer = await call('record.get', { id, history })
  if (!answer.ok) return answer
  if (answer.value === null) return refuse(problem('record.noSuchRecord', '', { id }))
  const { history: entries, ...detail } = answer.value
  return ok(history ? { ...detail, history: entries } : detail)
}

/** `k=v …` of `--where`; a name that is no filter is refused rather than ignored. */
function whereOf(pairs: unknown): Result<Partial<ListFilter>> {
  const filter: Record<string, string> = {}
  for (const pair of Array.isArray(pairs) ? pairs.map(text) : []) {
    const [key = '', value = ''] = pair.split('=')
    if (!['state', 'region'].includes(key)) return refuse(problem('field.unknown', '/where', { names: key }))
    filter[key] = value
  }
  return ok(filter)
}

async function listAll({ call }: App, filter: ListFilter, limit: number): Promise<Result<{ total: number; items: object[] }>> {
  const items: object[] = []
  let after: string | undefined
  for (;;) {
    const page = await call('record.list', {
      ...filter,
      ...(after === undefined ? {} : { after }),
      limit: Math.min(200, Math.max(1, limit - items.length)),
    })
    if (!page.ok) return page
    items.push(...page.value.items.map(({ id, kind, no, title, state, region, at }) => ({ id, kind, no, title, state, region, at })))
    after = page.value.next ?? undefined
    if (after === undefined || items.length >= limit) return ok({ total: page.value.total, items })
  }
}

const optional = (key: string, value: unknown): object => (typeof value === 'string' && value !== '' ? { [key]: value } : {})

function addReading(cli: Cli, record: Cli['program']): void {
  action(cli, record.command('get <id>').description('one record, as it stands').option('--history'), (common, args, { history }) =>
    withApp(cli.host, common, async (app, output) => report(output, await getRecord(app, first(args), history === true))),
  )
  const list = record.command('list <kind>').description('sealed records, newest first; state=draft lists drafts')
  list.option('--search <words>').option('--where <pairs...>', 'state=… region=…').option('--from <day>').option('--to <day>')
  action(
    cli,
    list.option('--limit <n>', 'default 50', '50').option('--count', 'only how many'),
    (common, args, { search, where, from, to, limit, count }) =>
      withApp(cli.host, common, async (app, output) => {
        const filter = whereOf(where)
        if (!filter.ok) return report(output, filter)
        if (filter.value.state === 'draft') return listDrafts(app, first(args), count === true).then((answer) => report(output, answer))
        const query = { kind: first(args), search: text(search), ...filter.value, ...optional('from', from), ...optional('to', to) }
        const answer = await listAll(app, query, count === true ? 1 : Number(limit))
        return report(output, answer.ok && count === true ? ok({ total: answer.value.total }) : answer)
      }),
  )
}

async function listDrafts({ call }: App, kind: string, count: boolean): Promise<Result<object>> {
  const drafts = await call('record.listDrafts', {})
  if (!drafts.ok) return drafts
  const items = drafts.value
    .filter((draft) => draft.kind === kind)
    .map(({ id, no, title, state, region, at }) => ({ id, kind, no, title, state, region, at }))
  return ok(count ? { total: items.length } : { total: items.length, items })
}

function addAttach(cli: Cli): void {
  const attach = cli.program
    .command('attach <record> <file>')
    .description('add a photo or file to a draft')
    .option('--slot <slot>')
    .option('--kind <kind>', 'for a draft not saved yet', 'samplingSheet')
  action(cli, attach, (common, [record = '', file = ''], { slot, kind }) =>
    withApp(cli.host, common, async ({ call }, output) => {
      let bytes: Uint8Array<ArrayBuffer>
      try {
        bytes = new Uint8Array(readFileSync(file))
      } catch {
        return report(output, refuse(problem('input.cannotRead', '', { file })))
      }
      const answer = await call('attachment.add', { record, kind: text(kind), slot: text(slot), name: basename(file), bytes })
      if (!answer.ok) return report(output, answer)
      const { needsWorkingCopy: _needs, ...ref } = answer.value
      print(output, ref)
      return DONE
    }),
  )
}

export function addRecordCommands(cli: Cli): void {
  const record = cli.program.command('record').description('drafts and sealed records')
  addWriting(cli, record)
  addReading(cli, record)
  addAttach(cli)
}
