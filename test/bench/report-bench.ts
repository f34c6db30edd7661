import { newRecordId } from '#electron/kernel/world'
import { type Figure, quantile, rounded, timesInTurns } from './measure.ts'
import { aProfile, must } from './profiles.ts'

const MEASURES = 100_000
const ENTERPRISES = 20_000
const NAMES = [
  'visit',
  'expert',
  'trainedManager',
  'trainedWorker',
  'problemSolved',
  'nqiService',
  'nqiSolved',
  'nqiBenefit',
  'labUse',
  'certificate',
]

/** All the figures of a month, and of the year so far, over a city's measures; against one bare count of the same table. */
export async function reporting(): Promise<Figure> {
  const app = await aProfile('supervisor')
  const { db } = app.world
  const enterprises = Array.from({ length: ENTERPRISES }, newRecordId)
  db.transaction(() => {
    for (let index = 0; index < MEASURES; index++) {
      const id = newRecordId()
      const month = String((index % 12) + 1).padStart(2, '0')
      db.run(
        `INSERT INTO measures (source, place, name, grp, enterprise, key, region, day, until, amount, rid)
         VALUES (?, 0, ?, ?, ?, '', '500103', ?, NULL, 1, ?)`,
        id,
        NAMES[index % NAMES.length] ?? '',
        index % 3 === 0 ? 'foodHundred' : 'taskForce',
        enterprises[(index * 7) % ENTERPRISES] ?? '',
        `2026-${month}-15`,
        id,
      )
    }
  })
  const [sorted, bare] = await timesInTurns(
    30,
    async () => must(await app.call('report.indicators', { period: '2026-12' })),
    () => db.get('SELECT count(*) AS n FROM measures'),
  )
  app.close()
  return {
    what: 'report R01–R16, month and year, over 100,000 measures',
    unit: 'ms',
    value: rounded(quantile(sorted, 0.5)),
    ratio: rounded(quantile(sorted, 0.5) / quantile(bare, 0.5)),
    more: { p95: rounded(quantile(sorted, 0.95)) },
  }
}
