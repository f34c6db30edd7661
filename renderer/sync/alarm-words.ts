import { defineWords } from '../kernel/define-words'

/** What a person must look at: first what it is, then what to do. */
export const alarmWords = defineWords({
  zh: {
    title: '需要你看一眼',
    thisDevice: '本机',
    fork: {
      is: '{{about}} 的批次分叉了',
      todo: '同一序号出现两份不同的内容：这台电脑可能被克隆或恢复过。请联系本人，只留一台继续使用；两份内容都保留着。',
    },
    gap: { is: '{{about}} 有批次没有到', todo: '先交换一次；仍缺时请对方把全部记录重新打包。之后到的内容暂存着，不会丢。' },
    damaged: { is: '{{about}} 送来的内容损坏', todo: '本机没有收入损坏的部分。请对方重新送一次，并检查 U 盘或存放处。' },
    rolledBack: {
      is: '{{about}} 的内容比以前看到的少',
      todo: '存放处可能被清空或恢复过旧备份。不要删除本机内容；请管理员检查存放处，再交换一次。',
    },
    trustExpired: { is: '信任名单已过期', todo: '照常工作，什么都不会被锁住；请管理名单的上级续期，续期随下一个批次送来。' },
    trustForked: {
      is: '出现了两份同一版本的信任名单',
      todo: '两份都由管理者签过，本机仍用先收到的一份。请几位管理者商量，由其中一位再续期一次；在那之前不必停下工作。',
    },
    trustRolledBack: {
      is: '{{about}} 退回了旧的信任名单',
      todo: '那台电脑可能被旧备份整盘恢复过。已收的内容不变；请联系本人，先交换一次再继续录入。',
    },
    clockWrong: { is: '{{about}} 的时钟不准', todo: '日期可能差一截。请校准那台电脑的时间；已写的内容不变，证据会显示可信的时间范围。' },
    sameId: { is: '两台设备用了同一个记录编号', todo: '两份记录都保留，互不影响。请联系两位作者，核对是不是同一件事。' },
    restored: { is: '{{about}} 的数据是从备份恢复的', todo: '先交换或导入一次，取回恢复之后缺的内容，再继续录入；新内容会另起一段编号。' },
    digestDiffers: {
      is: '与 {{about}} 的数据对不上',
      todo: '收到的批次相同，算出的结果却不同，这是程序的差错。请把两台电脑的数据文件夹都备份，并报告这个问题。',
    },
    targetChanged: { is: '存放处“{{about}}”变了', todo: '它现在的做法与体检时不同。请在下面重新体检；在那之前不会送出内容。' },
  },
  en: {
    title: 'Please look at this',
    thisDevice: 'this device',
    fork: {
      is: 'The batches of {{about}} have forked',
      todo: 'Two different contents have the same number: the computer may have been cloned or restored. Call its owner and go on with one only; both contents are kept.',
    },
    gap: {
      is: 'Batches of {{about}} have not arrived',
      todo: 'Exchange once more; if they are still missing ask the sender to pack everything again. What came after them is held, not lost.',
    },
    damaged: {
      is: 'What came from {{about}} is damaged',
      todo: 'Nothing damaged was taken in. Ask for it again, and have the stick or storage checked.',
    },
    rolledBack: {
      is: '{{about}} holds less than it did before',
      todo: 'The storage may have been emptied or restored from an old copy. Delete nothing here; have it checked, then exchange again.',
    },
    trustExpired: {
      is: 'The trust list has expired',
      todo: 'Go on working, nothing is locked; the supervisor who keeps the list renews it, and that comes with the next batch.',
    },
    trustForked: {
      is: 'There are two trust lists of one version',
      todo: 'Both are signed; this device keeps to the one that came first. The admins should agree, and one of them renew the list; work goes on meanwhile.',
    },
    trustRolledBack: {
      is: '{{about}} went back to an older trust list',
      todo: 'An old copy of that disk may have been put back. What came in stays; call its owner, who exchanges first and then goes on.',
    },
    clockWrong: {
      is: 'The clock of {{about}} is wrong',
      todo: 'Days may be off. Have that computer’s clock set; what was written stays, and evidence shows when it must have been.',
    },
    sameId: {
      is: 'Two devices used the same record id',
      todo: 'Both records are kept apart. Ask both authors whether they mean the same thing.',
    },
    restored: {
      is: 'The data of {{about}} were restored from a copy',
      todo: 'Exchange or import first, to get back what came after the copy; new work is numbered in a new stretch.',
    },
    digestDiffers: {
      is: 'The data do not agree with {{about}}',
      todo: 'The same batches came to different results, which is a mistake of the program. Copy both data folders and report it.',
    },
    targetChanged: {
      is: 'The storage place “{{about}}” has changed',
      todo: 'It no longer behaves as it did when it was examined. Examine it again below; nothing is sent before.',
    },
  },
})
