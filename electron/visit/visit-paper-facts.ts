import { getRecord } from '#db/kernel/records'
import { type Loose, textAt } from '#shared/kernel/kind'
import { listAt, problemsIn } from '#shared/visit/problems-in'
import type { World } from '../kernel/world.ts'

/** So many sign on a line of their own; more sign in one free place, which still stands on the page. */
const SIGNING_LINES = 6

const numberAt = (doc: unknown, name: string): number | null => {
  const value = doc !== null && typeof doc === 'object' ? (doc as Loose)[name] : undefined
  return typeof value === 'number' ? value : null
}
const sum = (list: readonly Loose[], name: string): string =>
  list.length === 0 ? '' : String(list.reduce((total, item) => total + (numberAt(item, name) ?? 0), 0))

const textsAt = (doc: Loose, name: string): readonly string[] => {
  const list = doc[name]
  return Array.isArray(list) ? list.filter((item): item is string => typeof item === 'string') : []
}

function helperNames(doc: Loose) {
  const helpers = listAt(doc, 'helpers').filter((helper) => textAt(helper, 'name') !== '')
  const withOrg = helpers.map((helper) => textAt(helper, 'name') + (textAt(helper, 'org') === '' ? '' : `（${textAt(helper, 'org')}）`))
  const names = helpers.map((helper) => ({ name: textAt(helper, 'name') }))
  return { helpers: withOrg.join('、'), signers: names.length > SIGNING_LINES ? [] : names }
}

/** 处方, each with the number of its problem in the list above it. */
function prescriptions(doc: Loose) {
  const places = new Map(problemsIn(doc).map(({ id }, index) => [id, String(index + 1)] as const))
  return listAt(doc, 'prescriptions').map((one) => ({
    no: places.get(textAt(one, 'problem')) ?? '',
    measure: textAt(one, 'measure'),
    owner: textAt(one, 'owner'),
    due: textAt(one, 'due'),
    resource: textAt(one, 'resource'),
    expectedEffect: textAt(one, 'expectedEffect'),
  }))
}

/** A paper names the enterprise, so what it said anonymously is not on it. */
function satisfaction({ satisfaction: said }: Loose) {
  const anonymous = said !== null && typeof said === 'object' && (said as Loose)['anonymous'] === true
  if (anonymous) return { score: '', comment: '', anonymous }
  return { score: String(numberAt(said, 'score') ?? ''), comment: textAt(said, 'comment'), anonymous }
}

/** What the paper of a visit says beyond its record, however much of it was filled in. */
export function visitPaperFacts(world: World, { doc }: { readonly doc: Loose }) {
  const trainings = listAt(doc, 'trainings')
  const agreement = textAt(doc, 'agreementId')
  return {
    visit: {
      agreementNo: agreement === '' ? '' : (getRecord(world.db, agreement)?.no ?? ''),
      ...helperNames(doc),
      companions: textsAt(doc, 'companions').join('、'),
      prescriptions: prescriptions(doc),
      trained: { managers: sum(trainings, 'managers'), workers: sum(trainings, 'workers') },
      satisfaction: satisfaction(doc),
    },
  }
}
