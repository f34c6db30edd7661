import type { WordsFor } from '../kernel/words.ts'
import type { TrustListProblem } from './trust-contract.ts'

export const trustListWords: WordsFor<TrustListProblem> = {
  'trust.notAdmin': {
    zh: () => '本机不是信任名单的管理者；没有改动',
    en: () => 'This device does not keep the trust list; nothing was changed',
  },
  'trust.noSuchDevice': { zh: () => '名单里没有这台设备；没有改动', en: () => 'This device is not in the list; nothing was changed' },
  'trust.ownDevice': { zh: () => '不能撤销本机自己；没有改动', en: () => 'A device cannot revoke itself; nothing was changed' },
  'trust.whyMissing': { zh: () => '请写明理由；没有改动', en: () => 'Please give the reason; nothing was changed' },
  'trust.badRecipient': {
    zh: ({ recipient }) => `这不是恢复公钥（age1…）：${recipient}；没有改动`,
    en: ({ recipient }) => `This is not a recovery key (age1…): ${recipient}; nothing was changed`,
  },
  'trust.onlySupervisors': {
    zh: () => '只有上级设备可以管理名单；没有改动',
    en: () => 'Only the device of a supervisor can keep the list; nothing was changed',
  },
  'trust.notSupervisorHere': {
    zh: () => '只有上级可以收下待查批次；没有改动',
    en: () => 'Only a supervisor takes a kept batch in; nothing was changed',
  },
  'trust.noSuchKept': { zh: () => '没有这个待查批次；没有改动', en: () => 'There is no such kept batch; nothing was changed' },
}
