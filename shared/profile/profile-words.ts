import type { WordsFor } from '../kernel/words.ts'
import type { ProfileProblem, TrustProblem } from './profile-contract.ts'

export const trustWords: WordsFor<TrustProblem> = {
  'trust.cardUnreadable': { zh: () => '这不是设备名片文件；没有改动任何内容', en: () => 'This is not a device card; nothing was changed' },
  'trust.cardForged': {
    zh: () => '名片的签名不对，可能被改动过；没有加入',
    en: () => "The card's signature is wrong, it may have been altered; not admitted",
  },
  'trust.ownCard': { zh: () => '这是本机自己的名片', en: () => "This is this device's own card" },
  'trust.wrongRole': {
    zh: () => '只有上级（supervisor）的名片可以设为收件人',
    en: () => "Only a supervisor's card can be pinned as recipient",
  },
  'trust.notSupervisor': { zh: () => '只有上级可以建立和管理信任名单', en: () => 'Only a supervisor founds and keeps the trust list' },
  'trust.notInitialised': { zh: () => '请先建立信任名单', en: () => 'Found the trust list first (trust init)' },
  'trust.alreadyInitialised': { zh: () => '信任名单已经建立', en: () => 'The trust list exists already' },
  'trust.demo': {
    zh: () => '演示与真实不能混用：演示档案只与演示档案交换',
    en: () => 'Demonstration and real work do not mix: a demo profile only exchanges with demo profiles',
  },
}

export const profileWords: WordsFor<ProfileProblem> = {
  'profile.exists': {
    zh: ({ folder }) => `此文件夹里已有档案，没有改动：${folder}`,
    en: ({ folder }) => `There is a profile in this folder already; nothing was changed: ${folder}`,
  },
  'profile.notFound': {
    zh: ({ folder }) => `此文件夹里没有档案：${folder}`,
    en: ({ folder }) => `There is no profile in this folder: ${folder}`,
  },
  'profile.notWritable': {
    zh: ({ folder }) => `不能写入此文件夹，没有改动任何内容：${folder}`,
    en: ({ folder }) => `This folder cannot be written to; nothing was changed: ${folder}`,
  },
  'profile.inUse': {
    zh: ({ folder }) => `档案正被另一个窗口使用：${folder}`,
    en: ({ folder }) => `The profile is in use by another window: ${folder}`,
  },
  'profile.fromTheFuture': {
    zh: () => '此档案由更新版本的程序写成；内容完好，请升级程序后打开',
    en: () => 'A newer version of the program wrote this profile. It is untouched; update the program to open it',
  },
  'profile.keysSealed': {
    zh: () => '此档案的密钥由操作系统保管，请用已安装的程序打开',
    en: () => "This profile's keys are kept by the operating system; open it with the installed program",
  },
  'profile.damaged': {
    zh: ({ reason }) => `档案打不开，没有改动任何内容：${reason}`,
    en: ({ reason }) => `The profile cannot be opened; nothing was changed: ${reason}`,
  },
  'profile.diskFull': {
    zh: () => '磁盘已满：这一步没有保存，之前的内容都在。请腾出空间后再试',
    en: () => 'The disk is full: this step was not saved, everything before it is safe. Free some space and try again',
  },
  'profile.readOnly': {
    zh: ({ folder }) => `档案现在只能读，不能写：${folder}`,
    en: ({ folder }) => `The profile can be read but not written: ${folder}`,
  },
}
