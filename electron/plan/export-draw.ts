import { getRecord } from '#db/kernel/records'
import { ok, problem, type Result, refuse } from '#shared/kernel/result'
import { canonicalPool } from '#shared/plan/draw'
import { drawListOf } from '#shared/plan/draw-list'
import { drawListWords, type ListLanguage } from '#shared/plan/draw-list-words'
import type { RandomDraw } from '#shared/plan/random-draw'
import type { World } from '../kernel/world.ts'
import { type Exported, writeChosen } from '../kernel/write-chosen.ts'
import { getDistricts } from '../reference/reference-data.ts'
import { drawWorkbook } from './draw-workbook.ts'
import { asDraw, poolOfDraw } from './kept-pool.ts'

/** The sealed draw with this id. */
export function drawById(world: World, id: string): Result<RandomDraw> {
  const doc = asDraw(getRecord(world.db, id)?.doc)
  return doc === null ? refuse(problem('record.noSuchRecord', '', { id })) : ok(doc)
}

function placeNames(language: ListLanguage): (code: string) => string {
  const names = new Map(getDistricts().map(({ code, name, en }) => [code, language === 'zh' ? name : en]))
  return (code) => names.get(code) ?? code
}

export async function exportDraw(world: World, id: string, file: string, language: ListLanguage): Promise<Result<Exported>> {
  const draw = drawById(world, id)
  if (!draw.ok) return draw
  const list = drawListOf(draw.value, language, placeNames(language))
  return writeChosen('draw.cannotWrite', file, await drawWorkbook(list, drawListWords[language].sheet))
}

/** The pool as it was hashed, for whoever wants to draw again by hand. */
export async function exportPool(world: World, id: string, file: string): Promise<Result<Exported>> {
  const draw = drawById(world, id)
  if (!draw.ok) return draw
  const pool = poolOfDraw(world, draw.value)
  if (pool === null) return refuse(problem('draw.poolMissing', '', { poolHash: draw.value.enterprises.poolHash }))
  return writeChosen('draw.cannotWrite', file, Buffer.from(canonicalPool(pool)))
}
