import { z } from 'zod'
import { EnterpriseSize } from '../enterprise/enterprise.ts'
import type { DrawOrder } from './draw-order.ts'
import { Excluded, SeedSource } from './random-draw.ts'

const text = z.string().default('')
const count = z.int().min(0).optional()
const excluded = z.array(Excluded.extend({ reason: z.string() })).default([])
const person = z.object({ name: text, org: text }).prefault({})

/** A new draw as it is typed. */
export const DrawForm = z.object({
  title: text,
  planNo: text,
  source: z.enum(['directory', 'list']).default('directory'),
  region: z.string().optional(),
  search: text,
  size: EnterpriseSize.optional(),
  notSampledSince: text,
  list: text,
  excluded,
  take: count,
  samplerList: text,
  samplersExcluded: excluded,
  samplerTake: count,
  samplersEach: count.default(2),
  seed: text,
  seedKind: SeedSource.shape.kind.default('dice'),
  seedNote: text,
  witness: person,
  host: person,
  redrawReason: text,
  remarks: text,
})
export type DrawForm = z.output<typeof DrawForm>

type OrderInput = z.input<typeof DrawOrder>
const isDay = (typed: string): boolean => z.iso.date().safeParse(typed).success

type FrameForm = Pick<DrawForm, 'source' | 'region' | 'search' | 'size' | 'notSampledSince'>

/** Which part of the directory is meant; a list that was pasted has no filter. */
export function frameOfForm({ source, region, search, size, notSampledSince }: FrameForm): OrderInput['enterprises']['frame'] {
  const filter = {
    ...(region === undefined ? {} : { region }),
    ...(search.trim() === '' ? {} : { search: search.trim() }),
    ...(size === undefined ? {} : { size }),
    ...(isDay(notSampledSince) ? { notSampledSince } : {}),
  }
  return source === 'directory' ? { source, ...filter } : { source }
}

type PoolForm = FrameForm & Pick<DrawForm, 'list' | 'excluded' | 'samplerList' | 'samplersExcluded'>

/** The pools of a form, as the store is asked about them. */
export function poolsOfForm(form: PoolForm) {
  const { source, list, excluded: out, samplerList, samplersExcluded } = form
  return {
    enterprises: { frame: frameOfForm(form), list: source === 'list' ? list : '', excluded: out },
    samplers: { list: samplerList, excluded: samplersExcluded },
  }
}

/** The order that a form stands for. */
export function orderOfForm(form: DrawForm, id: string): OrderInput {
  const { title, planNo, samplersEach, seed, seedKind, seedNote, witness, host, redrawReason, remarks } = form
  const { enterprises, samplers } = poolsOfForm(form)
  return {
    id,
    title: title.trim(),
    planNo: planNo.trim(),
    enterprises: { ...enterprises, take: form.take ?? 0 },
    samplers: { ...samplers, take: form.samplerTake ?? 0 },
    samplersEach,
    seed: seed.trim(),
    seedSource: { kind: seedKind, note: seedNote.trim() },
    witness,
    host,
    redrawReason,
    remarks,
  }
}
