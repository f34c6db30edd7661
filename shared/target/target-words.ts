import type { WordsFor } from '../kernel/words.ts'
import type { TargetProblem } from './target-contract.ts'

export const targetWords: WordsFor<TargetProblem> = {
  'target.unknown': { zh: () => '没有这个存放处；没有改动', en: () => 'There is no such place; nothing was changed' },
  'target.exists': {
    zh: ({ name }) => `已有同名的存放处“${name}”；没有添加`,
    en: ({ name }) => `There is a place named “${name}” already; none was added`,
  },
  'target.unreachable': {
    zh: ({ name, reason }) => `现在连不上“${name}”（${reason}）。记录都在本机，下次从断开处继续`,
    en: ({ name, reason }) =>
      `“${name}” cannot be reached now (${reason}). Everything is safe here; the next exchange goes on where this one stopped`,
  },
  'target.signInRefused': {
    zh: ({ name }) => `“${name}”不接受用户名或密码。记录都在本机，没有送出`,
    en: ({ name }) => `“${name}” refuses the user name or the password. Everything is safe here, nothing was sent`,
  },
  'target.full': {
    zh: ({ name }) => `“${name}”已满。没送完的都在本机，腾出空间后继续`,
    en: ({ name }) => `“${name}” is full. What was not sent is safe here; it goes on when there is space`,
  },
  'target.notAStorage': {
    zh: ({ name, reason }) => `“${name}”的应答不像存储（${reason}）；没有送出任何内容，请核对地址`,
    en: ({ name, reason }) => `“${name}” does not answer like a storage (${reason}); nothing was sent, check its address`,
  },
  'target.otherSpace': {
    zh: ({ name }) => `“${name}”是另一个单位的存放处；没有读写任何内容`,
    en: ({ name }) => `“${name}” belongs to another organisation; nothing was read or written`,
  },
  'target.otherSelf': {
    zh: ({ name }) => `“${name}”上有以本机名义写入、却不是本机写的批次：可能有本机的副本在用。没有送出，请联系管理员`,
    en: ({ name }) =>
      `On “${name}” stands a batch in this device's name that it did not write: a copy of this device may be at work. Nothing was sent`,
  },
  'target.differs': {
    zh: ({ name, part }) => `“${name}”上的文件 ${part} 被改动或损坏；记录都在本机，没有覆盖它`,
    en: ({ name, part }) => `The file ${part} on “${name}” was altered or damaged; everything is safe here, and it was not written over`,
  },
  'target.cannotPack': {
    zh: ({ reason }) => `新内容打不成批次（${reason}），没有送出。记录都在本机`,
    en: ({ reason }) => `What is new could not be packed (${reason}), and nothing was sent. Everything is safe here`,
  },
  'target.cancelled': {
    zh: ({ published, fetched }) => `已停止。已送出 ${String(published)} 个批次、收到 ${String(fetched)} 个；其余下次继续`,
    en: ({ published, fetched }) =>
      `Stopped. ${String(published)} batches were sent and ${String(fetched)} received; the rest goes on the next time`,
  },
}
