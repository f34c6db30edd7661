import type { RecordProblem } from '../kernel/record-contract.ts'
import type { WordsFor } from '../kernel/words.ts'
import type { AttachmentProblem } from './attachment-contract.ts'

const megabytes = (bytes: number): string => `${(bytes / 1024 / 1024).toFixed(1)} MB`

export const attachmentWords: WordsFor<Exclude<AttachmentProblem, RecordProblem>> = {
  'attachment.tooLarge': {
    zh: ({ bytes, maximum }) => `没有加入：文件 ${megabytes(bytes)}，超过上限 ${megabytes(maximum)}`,
    en: ({ bytes, maximum }) => `Not added: the file is ${megabytes(bytes)}, more than the ${megabytes(maximum)} allowed`,
  },
  'attachment.empty': { zh: ({ name }) => `没有加入：${name} 是空文件`, en: ({ name }) => `Not added: ${name} is empty` },
  'attachment.tooMany': {
    zh: ({ maximum }) => `没有加入：一份记录至多 ${String(maximum)} 个附件`,
    en: ({ maximum }) => `Not added: a record holds at most ${String(maximum)} files`,
  },
}
