import { textAt } from '#shared/kernel/kind'
import type { Projection } from '../kernel/projection.ts'
import { IDENTITY_CREATE, IDENTITY_TABLES, withIdentities } from './identities.ts'

/** The merges that stand, and with them who speaks for whom. */
export const enterpriseMergeProjection: Projection = {
  kind: 'enterpriseMerge',
  version: 1,
  tables: IDENTITY_TABLES,
  create: IDENTITY_CREATE,
  write: (db, { rid, doc, state }) => {
    const touched = (): string[] =>
      db
        .all<{ away: string; remain: string }>('SELECT away, remain FROM enterprise_merges WHERE rid = ?', rid)
        .flatMap(({ away, remain }) => [away, remain])
    const [away, remain] = [textAt(doc, 'from'), textAt(doc, 'into')]
    withIdentities(db, touched, () => {
      db.run('DELETE FROM enterprise_merges WHERE rid = ?', rid)
      if (state === 'void' || away === '' || remain === '' || away === remain) return
      db.run('INSERT INTO enterprise_merges (rid, away, remain) VALUES (?, ?, ?)', rid, away, remain)
    })
  },
}
