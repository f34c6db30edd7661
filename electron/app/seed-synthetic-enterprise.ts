import type { Enterprise } from '#shared/enterprise/enterprise'
import type { District } from '#shared/reference/reference'
import { type Random, zipfOver } from './seed-random.ts'
import { names, PEOPLE, personAt, trades } from './seed-synthetic-words.ts'
import { syntheticUscc } from './seed-uscc.ts'

const pickStreet = zipfOver(names.streets)
const pickWord = zipfOver(names.words)
const pickForm = zipfOver(names.forms)
const pickTrade = zipfOver(trades)
/** Most are small, as in the directory of a district. */
const SIZES = ['small', 'micro', 'small', 'micro', 'small', 'medium', 'large'] as const

export interface SyntheticParty {
  readonly doc: Enterprise
  /** Product kinds it makes or sells. */
  readonly kinds: readonly string[]
}

export interface EnterpriseSource {
  readonly random: Random
  readonly pickDistrict: (random: Random) => District
  /** Where in the space of codes this seed begins. */
  readonly start: number
}

/** The enterprise at this place of the sequence: call it for 0, 1, 2 … in turn. */
export function syntheticEnterprise({ random, pickDistrict, start }: EnterpriseSource, index: number): SyntheticParty {
  const district = pickDistrict(random)
  const { trade, industry, kinds } = pickTrade(random)
  const selfEmployed = random.chance(0.15)
  const form = selfEmployed ? '经营部' : pickForm(random)
  const doc: Enterprise = {
    name: `${names.mark}${pickWord(random)}${random.pick(names.words)}${trade}${form}${String(index + 1)}号`,
    uscc: syntheticUscc(selfEmployed ? '92' : '91', district.code, start, index),
    region: district.code,
    address: `重庆市${district.name}${pickStreet(random)} ${String(random.between(1, 400))} 号`,
    legalRepresentative: personAt(random.between(0, PEOPLE - 1)),
    contact: personAt(random.between(0, PEOPLE - 1)),
    phone: `023-6${String(random.between(0, 999_999)).padStart(7, '0')}`,
    industry,
    size: selfEmployed ? 'micro' : random.pick(SIZES),
    mainProducts: kinds.join('、'),
  }
  return { doc, kinds }
}
