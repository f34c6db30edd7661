import type { Credit, DoorCard, Portrait, TimelineEntry } from '#shared/enterprise/portrait-contract'
import type { Bilingual } from '#shared/kernel/bilingual'
import { type Loose, textAt } from '#shared/kernel/kind'
import type { WorkType } from '#shared/kernel/work-contract'
import type { PortraitFacts } from '#shared/paper/portrait-facts'
import type { EnterpriseParts } from '../enterprise/parts.ts'
import { creditOfEnterprise, doorCardOf, portraitOf } from '../enterprise/portrait.ts'
import { timelineOf } from '../enterprise/timeline.ts'
import type { World } from '../kernel/world.ts'

/** What the paper takes over from other features, in words. */
export interface PortraitNames {
  readonly kind: (kind: string) => Bilingual
  readonly certification: (kind: string) => Bilingual
  readonly work: (type: WorkType) => Bilingual
}

/** So many of each list fit on the one page; the window shows all. */
const ROWS = { certificates: 4, events: 5, timeline: 8, problems: 5, due: 5, failed: 3, cases: 3, complaints: 3 }

const NONE: Bilingual = { zh: '/', en: '/' }
const UNGRADED: Bilingual = { zh: '未评级（没有计分的事件）', en: 'no grade (nothing that counts is known)' }
const BASIS = {
  own: { zh: '权重为程序建议值，须由本局自定', en: 'weights are a proposal; they are the bureau’s to set' },
  confirmed: { zh: '按本局核定的权重', en: 'by the weights the bureau confirmed' },
}
const CARRIED: Readonly<Record<string, Bilingual>> = {
  yes: { zh: '落实', en: 'in place' },
  partly: { zh: '部分落实', en: 'in part' },
  no: { zh: '未落实', en: 'not in place' },
}
const carried = (said: string): Bilingual => CARRIED[said] ?? { zh: '未查', en: 'not looked at' }

const yuan = (fen: number): string => (fen / 100).toFixed(2)
const pair = (one: number, other: number): string => `${String(one)} / ${String(other)}`
const day = (text: string | null): string => (text ?? '').slice(0, 10)
const signed = (points: number): string => (points > 0 ? `+${String(points)}` : String(points))

function countsOf(portrait: Portrait): PortraitFacts['counts'] {
  const { problems, checks, cases } = portrait
  return {
    visits: String(portrait.visits),
    lastVisit: day(portrait.lastVisit),
    problems: pair(problems.solved, problems.raised),
    open: String(problems.open),
    checks: pair(checks.passed, checks.concluded),
    notCounted: pair(checks.running, checks.notSampled),
    cases: pair(cases.open, cases.closed),
    trained: pair(portrait.trainedManagers, portrait.trainedWorkers),
    benefit: yuan(portrait.benefitFen),
    complaints: String(portrait.complaints),
    honours: String(portrait.honours),
  }
}

function creditFacts({ grade, score, confirmed, items }: Credit): Pick<PortraitFacts, 'grade' | 'score' | 'basis' | 'events'> {
  return {
    grade: grade === null ? UNGRADED : { zh: `${grade} 级`, en: `grade ${grade}` },
    score: grade === null ? '' : String(score),
    basis: confirmed ? BASIS.confirmed : BASIS.own,
    events: items
      .filter(({ standing }) => standing !== 'lapsed')
      .slice(0, ROWS.events)
      .map(({ on, name, record, points }) => ({ on: day(on), name, record: record.no || record.title, points: signed(points) })),
  }
}

const joined = (standing: TimelineEntry['standing']): Bilingual => {
  const said = (language: 'zh' | 'en'): string =>
    standing.map(({ said: words, n }) => (n === 1 ? words[language] : `${words[language]}×${String(n)}`)).join(' ')
  return standing.length === 0 ? NONE : { zh: said('zh'), en: said('en') }
}

function doorFacts(card: DoorCard, names: PortraitNames) {
  const { lastVisit, controls } = card
  return {
    who: (lastVisit?.who ?? []).join('、'),
    summary: lastVisit?.summary ?? '',
    controls: { daily: carried(controls.daily), weekly: carried(controls.weekly), monthly: carried(controls.monthly) },
    problems: card.problems
      .slice(0, ROWS.problems)
      .map(({ description, measure, owner, due, said }) => ({ description, measure, owner, due: due ?? '', said })),
    due: card.due.slice(0, ROWS.due).map(({ type, matter, due }) => ({ what: names.work(type), matter, due })),
    failed: card.failed.slice(0, ROWS.failed).map(({ on, product, items }) => ({ on: day(on), product, items: items.join('; ') })),
    openCases: card.cases.slice(0, ROWS.cases).map(({ record, said }) => ({ no: record.no, said })),
    complaints: card.complaints.slice(0, ROWS.complaints).map(({ on, said }) => ({ on: day(on), said })),
  }
}

interface Asked {
  readonly id: string
  readonly doc: Loose
}

/** What the papers of an enterprise say beyond its entry: 质量画像 and 登门卡. */
export function enterprisePaperFacts(parts: EnterpriseParts, names: PortraitNames) {
  return (world: World, { id, doc }: Asked): { readonly portrait: PortraitFacts } => {
    const [portrait, card] = [portraitOf(world, parts, id), doorCardOf(world, parts, id)]
    const timeline = timelineOf(world, parts, { id, limit: ROWS.timeline }).items
    const { agreement } = portrait
    return {
      portrait: {
        day: card.on,
        uscc: textAt(doc, 'uscc') || textAt(doc, 'noUsccReason'),
        officers: {
          chief: textAt(doc, 'chiefQualityOfficer', 'name'),
          director: textAt(doc, 'qualitySafetyDirector'),
          officer: textAt(doc, 'qualitySafetyOfficer'),
        },
        counts: countsOf(portrait),
        agreement: agreement === null ? '' : `${agreement.no} (${agreement.validTo})`,
        certificates: portrait.certificates
          .slice(0, ROWS.certificates)
          .map(({ number, kind, body, expiresOn }) => ({ number, kind: names.certification(kind), body, expiresOn })),
        timeline: timeline.map(({ on, kind, no, title, standing }) => ({
          on: day(on),
          kind: names.kind(kind),
          title: no || title,
          said: joined(standing),
        })),
        ...creditFacts(creditOfEnterprise(world, parts, id)),
        ...doorFacts(card, names),
      },
    }
  }
}
