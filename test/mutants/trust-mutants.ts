import type { Mutant } from './mutant.ts'

const tests = ['test/profile/trust.test.ts']
const walk = 'electron/profile/walk-trust.ts'
const store = 'electron/profile/trust-store.ts'

/** Faults put into trust on purpose; each must be found by one of its tests. */
export const trustMutants: readonly Mutant[] = [
  { id: 'trust-any-signer', file: walk, find: '.size >= threshold', replace: '.size >= 0', tests },
  { id: 'trust-takes-older-lists', file: walk, find: 'if (gap > 1 ||', replace: 'if (gap !== 1 ||', tests },
  {
    id: 'trust-pins-nobody',
    file: walk,
    find: 'if (pinned.some((device) => root.signers.has(device))) return true',
    replace: 'return true',
    tests,
  },
  {
    id: 'trust-never-revokes',
    file: store,
    find: "if (listed === undefined || listed.state === 'active') return false",
    replace: 'return false',
    tests,
  },
  { id: 'trust-revokes-all', file: store, find: 'if (last === undefined || seq > last.seq) return true', replace: 'return true', tests },
  {
    id: 'trust-packs-for-the-revoked',
    file: store,
    find: "listKnown(world).filter(({ state }) => state === 'active')",
    replace: 'listKnown(world)',
    tests,
  },
  {
    id: 'trust-everybody-writes',
    file: 'electron/profile/trust-handlers.ts',
    find: "return trust === null || !isAdmin(world) ? refuse(problem('trust.notAdmin', '', {})) : ok(trust)",
    replace: "return trust === null ? refuse(problem('trust.notAdmin', '', {})) : ok(trust)",
    tests,
  },
  {
    id: 'trust-releases-nothing',
    file: 'electron/sync/release-kept.ts',
    find: 'known.has(device))',
    replace: '!known.has(device))',
    tests,
  },
]
