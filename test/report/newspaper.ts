import { mkdtempSync, rmSync } from 'node:fs'
import { onTestFinished } from 'vitest'
import { syntheticUscc } from '#electron/app/seed-uscc'
import { type AWorld, aWorld } from '../app/a-world.ts'
import { aCertifiedCase } from './a-certified-case.ts'
import {
  aFacility,
  aFirm,
  aLabUse,
  anAgreement,
  aProblemStep,
  aService,
  aStation,
  aTaskForce,
  aVisit,
  type Counter,
  type Firm,
  problems,
  sealed,
  solve,
} from './help-documents.ts'

/** What 重庆质量 (spring 2024) printed of a year of help; here it all happens, or stands, in October 2026. */
export const PRINTED: Readonly<Record<string, number>> = {
  R01: 7,
  R02: 8,
  R03: 60,
  R04: 200,
  'R05 enterprises': 6,
  'R05 certificates': 23,
  'R06 enterprises': 58,
  'R06 certificates': 122,
  R07: 30,
  'R08 enterprises': 16,
  'R08 trained': 280,
  R09: 420,
  R10: 360,
  R11: 810,
  'R12 platforms': 80,
  'R12 stations': 345,
  R13: 4450,
  R14: 2207,
  R15: 170_000_000,
  'R16 labs': 12,
  'R16 enterprises': 189,
  'R16 saved': 8_700_000,
}

const FIRMS = 4450
const LAPTOPS = 3

/** A folder in memory where the system has one: what is waited for is the work, not the disk. */
function aQuickFolder(): string {
  const folder = mkdtempSync(process.platform === 'linux' ? '/dev/shm/xunzhi-' : 'xunzhi-')
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

export const aQuickWorld = (person: Parameters<typeof aWorld>[0] = {}): Promise<AWorld> => aWorld({ ...person, inside: aQuickFolder() })

/** Who keeps a firm: the district it lies in. Every 25th is in the directory of the next laptop as well, half of them by another name. */
const keepersOf = (index: number): readonly number[] => {
  const own = index % LAPTOPS
  return index % 25 === 0 ? [own, (own + 1) % LAPTOPS] : [own]
}

/** Ten firms showed no licence: each was entered twice, and merged by whoever noticed. */
const hasNoCode = (index: number): boolean => index > 100 && index <= 110
const codeOf = (index: number): { readonly uscc?: string } => (hasNoCode(index) ? {} : { uscc: syntheticUscc('91', '500103', 77, index) })

/** One laptop of the campaign; nothing on it was written past the commands. */
class Laptop {
  readonly firms = new Map<number, Firm>()
  readonly stations: Counter[] = []
  readonly labs: Counter[] = []
  readonly teams: Counter[] = []
  readonly world: AWorld
  readonly at: number
  constructor(world: AWorld, at: number) {
    this.world = world
    this.at = at
  }

  /** The firm as this laptop knows it; only asked of a firm it keeps. */
  firm(index: number): Firm {
    const firm = this.firms.get(index)
    if (firm === undefined) throw new Error(`firm ${String(index)} is not on laptop ${String(this.at)}`)
    return firm
  }
}

async function enterFirms(laptop: Laptop): Promise<void> {
  const { world, at } = laptop
  for (let index = 0; index < FIRMS; index++) {
    const place = keepersOf(index).indexOf(at)
    if (place < 0) continue
    const name = `重庆演示第${String(index)}号企业${place > 0 && index % 50 === 0 ? '（分厂）' : ''}`
    laptop.firms.set(index, await aFirm(world, { name, ...codeOf(index) }))
  }
}

async function enterPlaces({ world, at, stations, labs, teams }: Laptop): Promise<void> {
  const mine = (count: number): readonly number[] =>
    Array.from({ length: count }, (_none, index) => index).filter((i) => i % LAPTOPS === at)
  for (const index of mine(7)) {
    const name = `质量提升青年突击队（演示）${String(index)}`
    teams.push({ id: await aTaskForce(world, name), name })
  }
  const platforms: string[] = []
  for (const index of mine(80)) platforms.push(await aFacility(world, 'platform', `一站式平台（演示）${String(index)}`))
  for (const index of mine(345)) {
    const name = `一站式站点（演示）${String(index)}`
    stations.push({ id: await aStation(world, name, taken(platforms, index)), name })
  }
  for (const index of mine(12)) {
    const name = `共享实验室（演示）${String(index)}`
    labs.push({ id: await aFacility(world, 'sharedLab', name), name })
  }
  // What no longer stands at the end of October, and what does not stand yet.
  await aTaskForce(world, `已解散的突击队（演示）${String(at)}`, { dissolvedOn: '2026-10-30' })
  await aStation(world, `已关闭的站点（演示）${String(at)}`, taken(platforms, 0), { closedOn: '2026-09-30' })
  await aFacility(world, 'platform', `下月启用的平台（演示）${String(at)}`, { openedOn: '2026-11-01' })
}

const taken = <T>(list: readonly T[], index: number): T => {
  const one = list[index % list.length]
  if (one === undefined) throw new Error('an empty list')
  return one
}

/** 4450 firms served, 2207 of them with a problem solved; 189 at a shared laboratory. Where a firm is known twice, it was served twice. */
async function serve(laptop: Laptop): Promise<void> {
  const { world, firms, stations, labs, at } = laptop
  for (const [index, firm] of firms) {
    const own = index % LAPTOPS === at
    const solved = own && index < 2207
    await aService(world, firm, taken(stations, index), solved ? (index === 0 ? 138_000 : 77_000) : undefined)
    if (own && index < 189) await aLabUse(world, firm, taken(labs, index), index === 0 ? 52_000 : 46_000)
  }
}

/** 360 visits to 240 firms by 420 experts; 810 problems solved, some not, and a benefit that nobody confirmed. */
async function visitAtTheDoor(laptop: Laptop): Promise<void> {
  const { world, at } = laptop
  for (let index = 0; index < 360; index++) {
    const about = index % 240
    if (about % LAPTOPS !== at) continue
    const firm = laptop.firm(about)
    const solved = index < 90 ? 3 : 2
    const found = problems(solved + (index % 9 === 0 ? 1 : 0))
    const helpers = [{ name: `陈专家${String(index)}` }, ...(index < 60 ? [{ name: `李专家${String(index)}` }] : [])]
    await aVisit(world, firm, { on: index < 240 ? '2026-10-12' : '2026-10-26', helpers, problems: found })
    for (const { id } of found.slice(0, solved)) await solve(world, firm, id)
    const left = found[solved]
    if (left !== undefined)
      await aProblemStep(world, firm, left.id, { state: 'inProgress', benefit: { yuan: '9999', basis: '企业尚未确认' } })
  }
}

/** 7 teams train 60 managers and 200 workers on ten visits that were eight activities; the tour trains 280 persons of 16 firms. */
async function train(laptop: Laptop): Promise<void> {
  const { world, at, teams } = laptop
  for (let index = 0; index < 10; index++) {
    const about = [0, 3, 6, 1, 2, 4, 5, 7, 8, 9][index] ?? 0
    if (about % LAPTOPS !== at) continue
    const team = index < 3 ? taken(teams, 0) : taken(teams, about)
    const activity = index < 3 ? { activity: '质量月巡回问诊' } : {}
    const trainings = [{ topic: '出厂检验', managers: 6, workers: 20 }]
    await aVisit(world, laptop.firm(about), {
      kind: 'taskForce',
      on: '2026-10-14',
      teamId: team.id,
      teamName: team.name,
      ...activity,
      trainings,
    })
  }
  for (let index = 0; index < 16; index++) {
    const about = 300 + index
    if (about % LAPTOPS !== at) continue
    const trainings = [{ topic: '首席质量官实务', managers: 5, workers: index < 8 ? 13 : 12 }]
    await aVisit(world, laptop.firm(about), { kind: 'cqoTour', on: '2026-10-21', jointOrg: '四川（演示）', trainings })
  }
}

async function certify(laptop: Laptop): Promise<void> {
  const { world, at } = laptop
  const cases = (first: number, count: number): readonly number[] =>
    Array.from({ length: count }, (_none, index) => first + index).filter((index) => index % LAPTOPS === at)
  for (const about of cases(400, 6))
    await aCertifiedCase(world, laptop.firm(about), {
      contribution: 'directHelp',
      certificationKind: 'voluntaryProduct',
      certificates: about === 400 ? 3 : 4,
    })
  for (const about of cases(500, 58))
    await aCertifiedCase(world, laptop.firm(about), {
      contribution: 'guidance',
      certificationKind: 'qms',
      certificates: about < 506 ? 3 : 2,
    })
}

/** 30 firms with an agreement in force, one of them with two; agreements that have run out or were ended count no longer. */
async function agree(laptop: Laptop): Promise<void> {
  const { world, at } = laptop
  for (let about = 600; about < 632; about++) {
    if (about % LAPTOPS !== at) continue
    const ended = about === 630 ? { validTo: '2026-10-30' } : about === 631 ? { endedOn: '2026-10-01', endReason: '企业停产' } : {}
    await anAgreement(world, laptop.firm(about), ended)
    if (about === 600) await anAgreement(world, laptop.firm(about), { doctors: [{ name: '赵医生' }] })
  }
}

/** The firms without a code were entered once more, served again, and merged. */
async function mergeTwins(laptop: Laptop): Promise<void> {
  const { world, at, stations } = laptop
  for (let about = 101; about <= 110; about++) {
    if (about % LAPTOPS !== at) continue
    const known = laptop.firm(about)
    const twin = await aFirm(world, { name: `${known.name}（重复登记）` })
    await aService(world, twin, taken(stations, about))
    await merge(world, twin, known)
  }
}

export const merge = (world: AWorld, from: Firm, into: Firm): Promise<string> =>
  sealed(world, 'enterpriseMerge', {
    from: from.enterpriseId,
    into: into.enterpriseId,
    fromName: from.name,
    intoName: into.name,
    region: world.world.self.region,
    on: '2026-10-30',
    reason: '同一厂址、同一负责人，重复登记',
  })

async function recordedBy(world: AWorld, at: number): Promise<AWorld> {
  const laptop = new Laptop(world, at)
  for (const work of [enterFirms, enterPlaces, serve, visitAtTheDoor, train, certify, agree, mergeTwins]) await work(laptop)
  return world
}

const PEOPLE = ['李芳', '张伟', '王强'] as const

/** The campaign on three laptops of one bureau. */
export async function aCampaign(): Promise<readonly AWorld[]> {
  const laptops: AWorld[] = []
  for (const [at, name] of PEOPLE.entries()) laptops.push(await recordedBy(await aQuickWorld({ name, role: 'taskforce' }), at))
  return laptops
}
