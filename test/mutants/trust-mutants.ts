import { mutantsOf } from './mutant.ts'

const chain = ['test/profile/trust-chain.test.ts']
const revocation = ['test/profile/revocation.test.ts']
const whole = ['test/profile/trust.test.ts']

/** Faults put into trust on purpose; each must be found by its tests. */
export const trustMutants = [
  ...mutantsOf('electron/profile/walk-trust.ts', chain, [
    ['nobody need sign', '.size >= threshold', '.size >= 0'],
    ['older lists are followed', 'if (gap > 1 ||', 'if (gap !== 1 ||'],
    [
      'a list that names another predecessor is not noticed',
      'list.content.prev === (last?.hash ?? NO_HASH)',
      'list.content.prev !== NO_HASH',
    ],
    ['any root is the first one', 'if (pinned.some((device) => root.signers.has(device))) return true', 'return true'],
    ['whom a list names has vouched for it', 'namedLists.has(list.hash) && ruledBy(list, root)', 'ruledBy(list, root)'],
    ['the next root needs its own keys only', 'enough(next.signers, keyIds(before.content), before.content.threshold) &&', ''],
    ['the next root needs the old keys only', 'enough(next.signers, keyIds(next.content), next.content.threshold)', 'true'],
    ['what is not signed to the byte is taken', "return bytes.endsWith('\\n') ? parse", 'return bytes ? parse'],
    ['two lists of one version pass unseen', 'content.ver === heldList?.content.ver && hash', 'content.ver < 0 && hash'],
  ]),
  ...mutantsOf('electron/profile/trust-store.ts', revocation, [
    ['nobody is ever revoked', "if (listed === undefined || listed.state === 'active') return false", 'return false'],
    ['nothing of a revoked device ever counted', 'if (last === undefined || seq > last.seq) return true', 'return true'],
  ]),
  ...mutantsOf('db/kernel/decisions.ts', revocation, [
    ['decisions behind the end go on counting', ' && !cameTooLate(db, context, id)', ''],
    ['what was decided about lines is not judged again', ' UNION SELECT target FROM decisions', ''],
  ]),
  ...mutantsOf('electron/profile/write-trust.ts', revocation, [
    ['a revoked admin goes on writing', 'if (!trust.root.admins.includes(ended.id)) return', 'if (ended.id) return'],
    ['the next list follows on one of two only', 'trustForkedAt(world) === null ? 1 : 2', '1'],
  ]),
  ...mutantsOf('db/profile/witnessed.ts', revocation, [['nobody sees who went back', 'WHERE ver < had', 'WHERE ver < 0']]),
  ...mutantsOf('electron/profile/trust-store.ts', whole, [
    ['what is packed is for the revoked too', "listKnown(world).filter(({ state }) => state === 'active')", 'listKnown(world)'],
  ]),
  ...mutantsOf('electron/profile/trust-handlers.ts', whole, [
    ['everybody writes the list', 'return trust === null || !isAdmin(world) ? refuse', 'return trust === null ? refuse'],
  ]),
  ...mutantsOf('electron/sync/release-kept.ts', whole, [['what is kept never comes out', 'known.has(device))', '!known.has(device))']]),
]
