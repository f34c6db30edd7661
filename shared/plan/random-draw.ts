import { z } from 'zod'
import { EnterpriseSize } from '../enterprise/enterprise.ts'
import { LocalDate, LocalTime, RecordId, Region, Sha256 } from '../kernel/ids.ts'
import { defineKind, textAt } from '../kernel/kind.ts'
import { DRAW_ALGORITHM } from './draw.ts'
import { TEAM_ALGORITHM } from './teams.ts'

/** Limits of one draw: of the pools, of what is drawn from them, and of what is left out of them one by one. */
export const MAX_POOL = 100_000
export const MAX_SAMPLERS = 300
export const MAX_TAKE = 500
export const MAX_EXCLUDED = 300
/** A pool up to this size stands in the record itself; a larger one is a file attached to it (docs/decisions/008). */
export const MAX_POOL_IN_RECORD = 400

const name = z.string().min(2).max(120)
/** One line of a pool: see `pool-line.ts`. */
const PoolLine = z.string().min(1).max(300)

/** 排除: who stood in the pool before the draw and was left out, with the reason. */
export const Excluded = z.strictObject({ id: PoolLine, reason: z.string().min(2).max(200) })

/** 名单范围: how the pool of enterprises was made: all of the directory that match, or a list somebody brought. */
export const Frame = z.strictObject({
  source: z.enum(['directory', 'list']),
  region: Region.optional(),
  search: z.string().max(200).optional(),
  size: EnterpriseSize.optional(),
  /** Only those of whom no sample was taken on or after this day. */
  notSampledSince: LocalDate.optional(),
})
export type Frame = z.infer<typeof Frame>

const DrawnEnterprise = z.strictObject({
  id: PoolLine,
  name,
  uscc: z.string().max(40).optional(),
  region: Region.optional(),
  enterpriseId: RecordId.optional(),
  /** Who goes there: their lines among the drawn samplers, and their names. */
  samplers: z
    .array(z.strictObject({ id: PoolLine, name: z.string().min(1).max(60) }))
    .min(2)
    .max(6),
})

const DrawnSampler = z.strictObject({
  id: PoolLine,
  name: z.string().min(1).max(60),
  org: z.string().max(120).optional(),
  certificateNo: z.string().max(60).optional(),
})

const side = {
  /** After exclusions; absent when it is the attached file whose sha256 is `poolHash`. */
  pool: z.array(PoolLine).max(MAX_POOL_IN_RECORD).optional(),
  poolHash: Sha256,
  poolSize: z.int().min(1).max(MAX_POOL),
  excluded: z.array(Excluded).max(MAX_EXCLUDED),
  take: z.int().min(1).max(MAX_TAKE),
}

export const SeedSource = z.strictObject({
  kind: z.enum(['dice', 'lottery', 'witness', 'device', 'other']),
  note: z.string().max(200).optional(),
})
const Person = z.strictObject({ name: z.string().min(1).max(60), org: z.string().max(120).optional() })

/** 双随机抽签记录: what was drawn, from whom, how, and before whom; enough for anybody to draw the same again (docs/draw.md). */
export const RandomDraw = z.strictObject({
  /** Own number, unique without a network: DR-<region>-<day>-<device>-<running number>. */
  no: z.string().regex(/^DR-\d{6}-\d{8}-[a-z2-7]{4}-\d{3,}$/),
  region: Region,
  /** 抽查任务: what is drawn for. */
  title: name,
  planNo: z.string().max(60).optional(),
  drawnOn: LocalDate,
  drawnAt: LocalTime,
  enterprises: z.strictObject({ frame: Frame, ...side, picks: z.array(DrawnEnterprise).min(1).max(MAX_TAKE) }),
  samplers: z.strictObject({ ...side, picks: z.array(DrawnSampler).min(2).max(MAX_SAMPLERS) }),
  /** How many samplers go to each enterprise. */
  samplersEach: z.int().min(2).max(6),
  algorithm: z.literal(DRAW_ALGORITHM),
  teamAlgorithm: z.literal(TEAM_ALGORITHM),
  seed: z.string().min(1).max(200),
  seedSource: SeedSource,
  witness: Person,
  host: Person,
  /** The draw of the same day, with the same pool or for the same task, that this one repeats. */
  redrawOf: RecordId.optional(),
  redrawReason: z.string().min(2).max(500).optional(),
  remarks: z.string().max(2000).optional(),
  /** 一公开: when and where the list was made public. */
  publicisedOn: LocalDate.optional(),
  publicUrl: z.url().max(300).optional(),
})
export type RandomDraw = z.infer<typeof RandomDraw>

export const randomDrawKind = defineKind<RandomDraw>({
  name: 'randomDraw',
  version: 1,
  schema: RandomDraw,
  merge: {
    groups: [
      // Anybody draws the same again only with all of it.
      ['/seed', '/seedSource', '/enterprises', '/samplers', '/samplersEach', '/algorithm', '/teamAlgorithm', '/drawnOn', '/drawnAt'],
      ['/witness'],
      ['/host'],
      ['/redrawOf', '/redrawReason'],
      ['/publicisedOn', '/publicUrl'],
    ],
  },
  summarise: (doc) => ({
    no: textAt(doc, 'no'),
    title: textAt(doc, 'title'),
    region: textAt(doc, 'region'),
    words: [textAt(doc, 'planNo'), textAt(doc, 'witness', 'name'), textAt(doc, 'host', 'name')],
  }),
})
