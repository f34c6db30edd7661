/** Faults put into the import on purpose; each must be found by one of its tests. */
export const importMutants = [
  {
    id: 'import-forgets-its-batch',
    file: 'electron/sync/import-batch.ts',
    find: 'if (hasBatch(world.db, batch.headHash)) return',
    replace: 'if (hasBatch(world.db, batch.signature)) return',
    tests: ['test/exchange/there-and-back.test.ts'],
  },
  {
    id: 'import-takes-forks',
    file: 'electron/sync/import-batch.ts',
    find: 'return here !== headHash || before !== prev || after !== headHash',
    replace: 'return before !== prev && after !== headHash',
    tests: ['test/exchange/refused.test.ts'],
  },
  {
    id: 'import-has-no-brake',
    file: 'electron/sync/import-run.ts',
    find: 'if (pulled !== null && taking.massChange !== true)',
    replace: 'if (pulled !== null && taking.massChange === undefined)',
    tests: ['test/exchange/sound-and-damaged.test.ts'],
  },
  {
    id: 'import-ignores-what-is-left-out',
    file: 'electron/sync/import-batch.ts',
    find: '(rids.has(rid) ? revisions.map(({ id }) => id) : [])',
    replace: '(rids.has(rid) ? revisions.slice(1).map(({ id }) => id) : [])',
    tests: ['test/exchange/sound-and-damaged.test.ts'],
  },
  {
    id: 'search-forgets-the-tail',
    file: 'db/kernel/search-index.ts',
    find: 'FROM records WHERE id > (SELECT CAST',
    replace: 'FROM records WHERE id < (SELECT CAST',
    tests: ['test/exchange/sound-and-damaged.test.ts'],
  },
  {
    id: 'intake-skips-object-hashes',
    file: 'electron/intake/read-zip.ts',
    find: "if (named !== undefined && sum.digest('hex') !== named) return 'wrongHash'",
    replace: "if (named === '') return 'wrongHash'",
    tests: ['test/exchange/sound-and-damaged.test.ts'],
  },
  {
    id: 'canonical-ignores-order',
    file: 'shared/kernel/canonical.ts',
    find: "if (key < before || key === '__proto__'",
    replace: "if (key === '__proto__'",
    tests: ['test/sync/canonical.test.ts'],
  },
  {
    id: 'first-record-is-never-left-out',
    file: 'db/kernel/absorb-lines.ts',
    find: 'return (line) => whole || barReason(this.db, line) !== null',
    replace: 'return (line) => whole && barReason(this.db, line) !== null',
    tests: ['test/exchange/decided-before.test.ts'],
  },
] as const
