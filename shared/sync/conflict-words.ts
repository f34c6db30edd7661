import type { WordsFor } from '../kernel/words.ts'
import type { UndoProblem } from './centre-contract.ts'
import type { ConflictProblem } from './conflict-contract.ts'

export const conflictWords: WordsFor<ConflictProblem> = {
  'conflict.none': { zh: () => '这份记录没有待裁定的冲突；没有改动', en: () => 'This record has no open conflict; nothing was changed' },
  'conflict.moved': {
    zh: () => '看的时候又到了新的修改：还没有裁定，已选的仍在，请看过新内容再确认',
    en: () => 'More work arrived meanwhile: nothing was settled, your choices are kept; look at what is new and confirm again',
  },
  'conflict.unsettled': {
    zh: ({ fields }) => `还有 ${String(fields.length)} 项没有选定；没有改动`,
    en: ({ fields }) => `Nothing was settled: no choice yet for ${fields.join(', ')}`,
  },
  'conflict.notSupervisor': {
    zh: () => '只有上级可以裁定冲突；没有改动',
    en: () => 'Only a supervisor settles conflicts; nothing was changed',
  },
}

export const undoWords: WordsFor<UndoProblem> = {
  'sync.noSuchBatch': { zh: () => '这里没有这个批次；没有改动', en: () => 'There is no such batch here; nothing was changed' },
  'sync.ownBatch': {
    zh: () => '这是本机自己的批次，不能撤出；请更正或作废其中的记录',
    en: () => 'This is a batch of this device and cannot be left out; correct or void the records in it',
  },
  'sync.alreadyUndone': { zh: () => '这个批次已经撤出；没有改动', en: () => 'This batch is left out already; nothing was changed' },
  'sync.notUndone': { zh: () => '这个批次没有被撤出；没有改动', en: () => 'This batch was not left out; nothing was changed' },
  'sync.notSupervisor': {
    zh: () => '只有上级可以撤出或恢复批次；没有改动',
    en: () => 'Only a supervisor leaves a batch out or takes it in again; nothing was changed',
  },
  'sync.whyMissing': { zh: () => '请写明理由；没有改动', en: () => 'Please give the reason; nothing was changed' },
}
