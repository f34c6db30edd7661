import type { LineProblem } from '../kernel/check-line.ts'
import type { WordsFor } from '../kernel/words.ts'
import type { BundleFault, SyncProblem } from './sync-contract.ts'

const megabytes = (bytes: number): string => `${String(Math.ceil(bytes / 1_000_000))} MB`

type Said = { readonly zh: string; readonly en: string }

/** What is wrong with a bundle, in words; the part is said beside it. */
export const faultWords: Readonly<Record<BundleFault['code'], Said>> = {
  unreadable: { zh: '文件读不出来', en: 'the file cannot be read' },
  notAZip: { zh: '不是批次包（不是 ZIP 文件，或已截断）', en: 'not a bundle (no ZIP file, or cut short)' },
  badEntry: { zh: '批次包结构被改动', en: 'the structure of the bundle was altered' },
  tooBig: { zh: '超过大小上限', en: 'beyond the size limit' },
  noHead: { zh: '缺少批次头', en: 'the head of the batch is missing' },
  badHead: { zh: '批次头损坏', en: 'the head of the batch is damaged' },
  badSignature: { zh: '签名不对', en: 'the signature is wrong' },
  missingObject: { zh: '缺少文件', en: 'a file is missing' },
  wrongHash: { zh: '内容与其指纹不符，已损坏', en: 'the content does not match its fingerprint: damaged' },
  wrongKey: { zh: '不是发给本机的，解不开', en: 'not encrypted to this device' },
  damaged: { zh: '内容损坏', en: 'damaged' },
  badLine: { zh: '其中一行不合规范', en: 'a line is not in canonical form' },
  notEnrolled: {
    zh: '发送设备尚未加入信任名单；导入它的名片后，存着的批次会自动收入',
    en: 'the sending device is not trusted yet; once its card is admitted, what is kept of it is taken in',
  },
  strangerFull: {
    zh: '发送设备尚未加入信任名单，留给它的存放量已满，这一批没有存下；请先导入它的名片，再收一次',
    en: 'the sending device is not trusted yet and the room for its batches is used up, so this one was not kept; admit its card, then import it again',
  },
  forked: { zh: '同一序号出现过另一份内容：设备可能被克隆', en: 'another batch with this number exists: the device may have been cloned' },
  gap: { zh: '前一批次还没有收到', en: 'the batch before it has not arrived yet' },
  wrongSpace: { zh: '属于另一个单位', en: 'it belongs to another organisation' },
  demo: { zh: '演示批次不能进入真实档案', en: 'a demonstration batch cannot enter a real profile' },
  notAddressed: { zh: '收件人不是本机', en: 'this device is not among its recipients' },
  foreignEntry: { zh: '含有不属于批次的文件', en: 'it holds a file that belongs to no batch' },
  needsNewerApp: { zh: '需要更新版本的程序', en: 'a newer version of the program is needed' },
}

const faultsIn = (language: 'zh' | 'en', faults: readonly BundleFault[]): string =>
  faults
    .slice(0, 5)
    .map(({ code, part }) => `${faultWords[code][language]}${part === '' ? '' : ` [${part}]`}`)
    .join(language === 'zh' ? '；' : '; ')

export const syncWords: WordsFor<SyncProblem> = {
  'sync.nothingToPack': {
    zh: () => '没有待打包的记录：所有定稿都已在批次里',
    en: () => 'Nothing to pack: every sealed record is in a batch already',
  },
  'sync.nothingToProve': {
    zh: ({ record }) => `没有写出证明：这份记录还没有打进任何批次，或本机没有这份记录（${record}）`,
    en: ({ record }) => `No proof was written: no line of this record is in a batch yet, or it is not on this device (${record})`,
  },
  'sync.packFirst': {
    zh: ({ lines }) => `没有写出快照：本机还有 ${String(lines)} 行没有打包；请先打包，再制作快照`,
    en: ({ lines }) => `No snapshot was written: ${String(lines)} lines of this device are in no batch yet; pack them first`,
  },
  'sync.noRecipient': {
    zh: () => '还没有收件人：先导入上级的设备名片。定稿都安全保存在本机',
    en: () => "There is no recipient yet: pin a supervisor's card first. All sealed records are safe on this device",
  },
  'sync.cannotWrite': {
    zh: ({ file, reason }) => `批次没有写出，记录仍在待打包：${file}（${reason}）`,
    en: ({ file, reason }) => `The batch was not written, its records still wait: ${file} (${reason})`,
  },
  'sync.tooBig': {
    zh: ({ what, max }) => `一个批次装不下：超过 ${String(max)} ${what}`,
    en: ({ what, max }) => `More than one batch can hold: over ${String(max)} ${what}`,
  },
  'sync.fileExists': {
    zh: ({ file }) => `已有同名文件，没有覆盖：${file}`,
    en: ({ file }) => `A file of this name exists and was not overwritten: ${file}`,
  },
  'sync.cannotRead': { zh: ({ file }) => `读不到文件：${file}`, en: ({ file }) => `Cannot read the file: ${file}` },
  'sync.bundleRefused': {
    zh: ({ faults }) => `没有导入任何内容：${faultsIn('zh', faults)}`,
    en: ({ faults }) => `Nothing was imported: ${faultsIn('en', faults)}`,
  },
  'sync.batchLeftOut': {
    zh: ({ seq, faults }) => `第 ${String(seq)} 批没有导入：${faultsIn('zh', faults)}`,
    en: ({ seq, faults }) => `Batch ${String(seq)} was left out: ${faultsIn('en', faults)}`,
  },
  'sync.cancelled': { zh: () => '已取消，没有改动任何内容', en: () => 'Cancelled; nothing was changed' },
  'sync.demoProfile': { zh: () => '演示档案只能发给演示档案', en: () => 'A demonstration profile can only send to demonstration profiles' },
  'sync.onlySupervisorsLeaveOut': {
    zh: () => '没有导入：只有上级可以在导入时略去其中的记录',
    en: () => 'Nothing was imported: only a supervisor leaves records of a bundle out',
  },
  'sync.noRoom': {
    zh: ({ need, free }) => `没有导入，没有改动任何内容：硬盘剩余空间不足，需要 ${megabytes(need)}，现有 ${megabytes(free)}`,
    en: ({ need, free }) => `Nothing was imported: the disk has ${megabytes(free)} free, this needs ${megabytes(need)}`,
  },
  'sync.massChange': {
    zh: ({ changed, of }) => `没有导入：这个数据包会改动或作废 ${String(of)} 份记录中的 ${String(changed)} 份。请核对来源，确认后再导入`,
    en: ({ changed, of }) =>
      `Nothing was imported: this bundle would change or void ${String(changed)} of ${String(of)} records. Check where it comes from, then confirm`,
  },
  'sync.rehearseFirst': { zh: () => '请先预演', en: () => 'Rehearse the import first' },
}

/** Why one line of a batch was not taken, while its neighbours were. */
export const lineWords: WordsFor<LineProblem> = {
  'line.notCanonical': { zh: () => '不是规范写法，没有收入', en: () => 'not in canonical form; not taken' },
  'line.notKept': { zh: () => '制作快照的设备只有它的指纹，没有这一行', en: () => 'the maker of the snapshot has only its fingerprint' },
  'line.newer': { zh: () => '由更新版本的程序写成，没有收入', en: () => 'written by a newer version of the program; not taken' },
  'line.overLimit': { zh: () => '超过长度上限，没有收入', en: () => 'beyond the limit of length; not taken' },
  'line.badShape': { zh: () => '缺少或多出字段，没有收入', en: () => 'a member is missing or unknown; not taken' },
  'line.foreignDevice': {
    zh: ({ device }) => `署名是另一台设备（${device}），没有收入`,
    en: ({ device }) => `written in the name of another device (${device}); not taken`,
  },
  'line.demo': { zh: () => '演示与真实不能混用，没有收入', en: () => 'demonstration and real work do not mix; not taken' },
}
