import type { Indicator } from './indicator.ts'

const TASK_FORCE = ['taskForce']
const TOUR = ['cqoTour']

/**
 * 上门帮扶 of R09 to R11: every programme but the two that have lines of their own, the task forces (R02 to R04) and the tours (R08), so
 * that no visit stands in two lines. The newspaper's 420, 360 and 810 are of 百企千坊万家; all three lines take in the same visits, or
 * problems a visit (R11 ÷ R10) would mean nothing.
 */
const DOOR = ['foodHundred', 'qualityDoctor', 'oneStop', 'certificationHelp']
const DOOR_SAID = {
  zh: '百企千坊万家、质量医生定向、一站式进企业、认证帮扶四类巡诊；突击队与首席质量官巡诊另计于 R02–R04、R08',
  en: 'visits of four programmes: help for food makers, quality doctors, one-stop visits, certification help; task forces and tours are counted in R02–R04 and R08',
}

const teams: readonly Indicator[] = [
  {
    code: 'R01',
    cell: '',
    name: { zh: '青年突击队数', en: 'Youth task forces' },
    unit: 'teams',
    basis: {
      zh: '期末日已授旗、未解散的突击队，每支计一次',
      en: 'founded and not dissolved, each once',
    },
    measures: ['taskForce'],
    aggregate: 'standing',
  },
  {
    code: 'R02',
    cell: '',
    name: { zh: '突击队活动场次', en: 'Activities of task forces' },
    unit: 'activities',
    basis: {
      zh: '同一突击队同日同名活动计一场，未填活动名的每次巡诊计一场',
      en: 'one activity is what one team did on one day under one name; a visit without a name is an activity of its own',
    },
    measures: ['teamActivity'],
    aggregate: 'distinctKeys',
  },
  {
    code: 'R03',
    cell: '',
    name: { zh: '突击队培训管理人员', en: 'Managers trained by task forces' },
    unit: 'personTimes',
    basis: {
      zh: '青年突击队巡回问诊中登记的管理人员参训人次，不去重',
      en: 'managers trained on visits of task forces, each time counted',
    },
    measures: ['trainedManager'],
    groups: TASK_FORCE,
    aggregate: 'sum',
  },
  {
    code: 'R04',
    cell: '',
    name: { zh: '突击队培训一线职工', en: 'Workers trained by task forces' },
    unit: 'personTimes',
    basis: {
      zh: '青年突击队巡回问诊中登记的一线职工参训人次，不去重',
      en: 'workers trained on visits of task forces, each time counted',
    },
    measures: ['trainedWorker'],
    groups: TASK_FORCE,
    aggregate: 'sum',
  },
]

const DIRECT_PRODUCT = ['directHelp product']
const GUIDED_QMS = ['guidance qms']

const certificates: readonly Indicator[] = [
  {
    code: 'R05',
    cell: 'enterprises',
    name: { zh: '帮扶获产品认证企业', en: 'Enterprises helped to product certificates' },
    unit: 'enterprises',
    basis: {
      zh: '帮扶案中获颁产品认证证书的企业，去重（一家多证计一家）',
      en: 'distinct enterprises with a product certificate issued from a case of direct help',
    },
    measures: ['certificate'],
    groups: DIRECT_PRODUCT,
    aggregate: 'distinctEnterprises',
  },
  {
    code: 'R05',
    cell: 'certificates',
    name: { zh: '帮扶获产品认证证书', en: 'Product certificates from direct help' },
    unit: 'certificates',
    basis: {
      zh: '帮扶案中颁发的产品认证证书，按张计',
      en: 'product certificates issued from cases of direct help, each counted',
    },
    measures: ['certificate'],
    groups: DIRECT_PRODUCT,
    aggregate: 'sum',
  },
  {
    code: 'R06',
    cell: 'enterprises',
    name: { zh: '引导获质量管理体系认证企业', en: 'Enterprises guided to quality management certificates' },
    unit: 'enterprises',
    basis: {
      zh: '引导案中获颁质量管理体系认证证书的企业，去重（一家多证计一家）',
      en: 'distinct enterprises with a quality management certificate issued from a guided case',
    },
    measures: ['certificate'],
    groups: GUIDED_QMS,
    aggregate: 'distinctEnterprises',
  },
  {
    code: 'R06',
    cell: 'certificates',
    name: { zh: '引导获质量管理体系认证证书', en: 'Quality management certificates from guidance' },
    unit: 'certificates',
    basis: {
      zh: '引导案中颁发的质量管理体系认证证书，按张计',
      en: 'quality management certificates issued from guided cases, each counted',
    },
    measures: ['certificate'],
    groups: GUIDED_QMS,
    aggregate: 'sum',
  },
]

const doctors: readonly Indicator[] = [
  {
    code: 'R07',
    cell: '',
    name: { zh: '质量医生签约企业', en: 'Enterprises with a service agreement' },
    unit: 'enterprises',
    basis: {
      zh: '期末日定向跟踪服务协议有效的企业，去重',
      en: 'distinct enterprises with an agreement in force',
    },
    measures: ['agreement'],
    aggregate: 'standingEnterprises',
  },
  {
    code: 'R08',
    cell: 'enterprises',
    name: { zh: '首席质量官巡诊企业', en: 'Enterprises on tours of chief quality officers' },
    unit: 'enterprises',
    basis: { zh: '首席质量官巡诊的企业，去重', en: 'distinct enterprises visited on tours' },
    measures: ['visit'],
    groups: TOUR,
    aggregate: 'distinctEnterprises',
  },
  {
    code: 'R08',
    cell: 'trained',
    name: { zh: '首席质量官巡诊培训', en: 'Persons trained on tours' },
    unit: 'persons',
    basis: {
      zh: '首席质量官巡诊登记的参训人数，管理人员与一线职工合计，按场登记、不跨场去重',
      en: 'managers and workers trained on tours, as counted at each training',
    },
    measures: ['trainedManager', 'trainedWorker'],
    groups: TOUR,
    aggregate: 'sum',
  },
  {
    code: 'R09',
    cell: '',
    name: { zh: '选派专家', en: 'Experts sent' },
    unit: 'personTimes',
    basis: {
      zh: `上门专家人次，不去重；含${DOOR_SAID.zh}`,
      en: `experts on visits, each time counted; ${DOOR_SAID.en}`,
    },
    measures: ['expert'],
    groups: DOOR,
    aggregate: 'sum',
  },
  {
    code: 'R10',
    cell: '',
    name: { zh: '上门帮扶', en: 'Help at the door' },
    unit: 'visits',
    basis: {
      zh: `上门帮扶家次，同一企业再次上门再计一次；含${DOOR_SAID.zh}`,
      en: `visits, a second visit to one enterprise counted again; ${DOOR_SAID.en}`,
    },
    measures: ['visit'],
    groups: DOOR,
    aggregate: 'sum',
  },
  {
    code: 'R11',
    cell: '',
    name: { zh: '协助解决疑难', en: 'Problems solved' },
    unit: 'problems',
    basis: {
      zh: `复诊认定已解决（有证据）的问题；含${DOOR_SAID.zh}`,
      en: `problems found solved, with evidence, by a follow-up; ${DOOR_SAID.en}`,
    },
    measures: ['problemSolved'],
    groups: DOOR,
    aggregate: 'sum',
  },
]

const infrastructure: readonly Indicator[] = [
  {
    code: 'R12',
    cell: 'platforms',
    name: { zh: '“一站式”服务平台', en: 'One-stop platforms' },
    unit: 'places',
    basis: { zh: '期末日已启用、未关闭的平台', en: 'opened and not closed' },
    measures: ['platform'],
    aggregate: 'standing',
  },
  {
    code: 'R12',
    cell: 'stations',
    name: { zh: '“一站式”服务站点', en: 'One-stop stations' },
    unit: 'places',
    basis: { zh: '期末日已启用、未关闭的站点', en: 'opened and not closed' },
    measures: ['station'],
    aggregate: 'standing',
  },
  {
    code: 'R13',
    cell: '',
    name: { zh: '“一站式”服务企业', en: 'Enterprises served' },
    unit: 'enterprises',
    basis: {
      zh: '平台、站点服务及巡诊转介的企业，去重（与 R10 的家次不同）',
      en: 'distinct enterprises served by platforms and stations or referred to them (not visits, as R10 counts)',
    },
    measures: ['nqiService'],
    aggregate: 'distinctEnterprises',
  },
  {
    code: 'R14',
    cell: '',
    name: { zh: 'NQI 解决具体问题', en: 'Problems solved with quality infrastructure' },
    unit: 'matters',
    basis: {
      zh: '平台、站点解决的具体问题及转介后已解决的问题，按解决日期计',
      en: 'concrete problems solved by platforms and stations, or solved after a referral, on the day they were solved',
    },
    measures: ['nqiSolved'],
    aggregate: 'sum',
  },
  {
    code: 'R15',
    cell: '',
    name: { zh: '可计算经济效益', en: 'Benefit that can be reckoned' },
    unit: 'yuan',
    basis: {
      zh: '经企业确认的效益合计，含一站式服务与巡诊问题（转介的只计一次）；未确认的不计，共享实验室节省资金另计于 R16',
      en: 'benefits that the enterprise confirmed, of one-stop services and of problems found on visits (a referred one once); unconfirmed ones count nothing, savings of shared laboratories are in R16',
    },
    measures: ['nqiBenefit', 'benefit'],
    insteadOf: 'benefit',
    aggregate: 'sum',
  },
  {
    code: 'R16',
    cell: 'labs',
    name: { zh: '企业共享实验室', en: 'Shared laboratories' },
    unit: 'laboratories',
    basis: { zh: '期末日已启用、未关闭的共享实验室', en: 'opened and not closed' },
    measures: ['sharedLab'],
    aggregate: 'standing',
  },
  {
    code: 'R16',
    cell: 'enterprises',
    name: { zh: '共享实验室惠及企业', en: 'Enterprises that used shared laboratories' },
    unit: 'enterprises',
    basis: { zh: '使用共享实验室的企业，去重', en: 'distinct enterprises that used a shared laboratory' },
    measures: ['labUse'],
    aggregate: 'distinctEnterprises',
  },
  {
    code: 'R16',
    cell: 'saved',
    name: { zh: '共享实验室节省资金', en: 'Saved by shared laboratories' },
    unit: 'yuan',
    basis: {
      zh: '经企业确认的节省资金合计；未确认的不计',
      en: 'savings that the enterprise confirmed; unconfirmed ones count nothing',
    },
    measures: ['labSaved'],
    aggregate: 'sum',
  },
]

/** R01 to R16: what is reported upward of help. Another definition is another row, not another program. */
export const helpIndicators: readonly Indicator[] = [...teams, ...certificates, ...doctors, ...infrastructure]

export const indicatorAt = (code: string, cell: string): Indicator | undefined =>
  helpIndicators.find((indicator) => indicator.code === code && indicator.cell === cell)

/** What holds of every figure; said under the table and in every file. */
export const countingRules = {
  zh: [
    '已作废的记录不计；被退回的记录在更正或作废之前照计，并在清单中标明。',
    '企业按归并后的身份去重：归并的两家计一家，撤销归并后恢复为两家。',
    '累计为期末日所在年度 1 月 1 日起至期末日；期末数的累计与本期相同。',
    '区县按记录所属区县统计；数字来自本机已有的记录和已导入的批次。',
  ],
  en: [
    'Void records count nothing; returned ones count until they are corrected or void, and are marked in the list.',
    'Enterprises are counted by identity: two that were merged are one, and two again when the merge is undone.',
    'Cumulative runs from 1 January of the year in which the period ends to its last day; what stands on that day is the same in both.',
    'A district is that of the record; the figures come from the records of this device and the batches it imported.',
  ],
} as const
