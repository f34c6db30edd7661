import { getRecord } from '#db/kernel/records'
import type { EnterpriseSnapshot } from '#shared/enterprise/enterprise-snapshot'
import { type Loose, textAt } from '#shared/kernel/kind'
import { type Problem, problem } from '#shared/kernel/result'
import type { World } from '../kernel/world.ts'

const TEXTS = ['uscc', 'address', 'contact', 'phone', 'industry', 'size', 'mainProducts'] as const

/** An enterprise of the directory as it stands today, for a document that is begun now; null when it is not there or void. */
export function snapshotOf(world: World, id: string): EnterpriseSnapshot | null {
  const record = getRecord(world.db, id)
  if (record?.kind !== 'enterprise' || record.state === 'void') return null
  const doc: Loose = record.doc
  const texts = TEXTS.flatMap((key) => (textAt(doc, key) === '' ? [] : [[key, textAt(doc, key)] as const]))
  const employees = typeof doc['employees'] === 'number' ? { employees: doc['employees'] } : {}
  return {
    enterpriseId: id,
    name: textAt(doc, 'name'),
    region: textAt(doc, 'region'),
    ...Object.fromEntries(texts),
    ...employees,
  }
}

/** Whoever is helped must stand in the directory: 家 are counted by it. */
export function enterpriseProblems(world: World, id: string, path: string): Problem[] {
  return id === '' || snapshotOf(world, id) !== null ? [] : [problem('enterprise.notInDirectory', path, { id })]
}
