import type { Bilingual } from '../kernel/bilingual.ts'
import { DIMENSION_NAMES } from './dimension-names.ts'
import type { Dimension } from './visit-choices.ts'

const dimensions = (language: keyof Bilingual) =>
  Object.fromEntries(Object.entries(DIMENSION_NAMES).map(([code, name]) => [code, name[language]])) as Readonly<Record<Dimension, string>>

/** Words of the codes of a visit, for its form and its paper; each list has a name that no other list of a paper has. */
const zh = {
  visitKind: {
    qualityDoctor: '质量医生定向',
    cqoTour: '首席质量官巡诊',
    taskForce: '青年突击队巡回问诊',
    foodHundred: '百企千坊万家',
    oneStop: '一站式进企业',
    certificationHelp: '认证帮扶',
  },
  visitFollow: { first: '初诊', followUp: '复诊' },
  visitTaskKind: { urgent: '急', hard: '难', dangerous: '险', heavy: '重' },
  problemType: { managerial: '管理', technical: '技术' },
  problemSeverity: { ordinary: '一般', serious: '较重', urgent: '紧急' },
  helpResource: {
    standards: '标准',
    metrology: '计量',
    certification: '认证',
    testing: '检验检测',
    sharedLab: '共享实验室',
    expert: '专家',
    training: '培训',
    other: '其他',
  },
  nqiElement: {
    metrology: '计量',
    standards: '标准',
    certification: '认证认可',
    testing: '检验检测',
    qualityManagement: '质量管理',
    intellectualProperty: '知识产权',
    brand: '品牌',
  },
  carried: { yes: '落实', partly: '部分落实', no: '未落实' },
  dimension: dimensions('zh'),
}

const en: { readonly [L in keyof typeof zh]: { readonly [C in keyof (typeof zh)[L]]: string } } = {
  visitKind: {
    qualityDoctor: 'Quality doctor, by agreement',
    cqoTour: 'Tour of chief quality officers',
    taskForce: 'Youth task force tour',
    foodHundred: 'Hundred food firms',
    oneStop: 'One-stop service on site',
    certificationHelp: 'Certification help',
  },
  visitFollow: { first: 'First visit', followUp: 'Follow-up visit' },
  visitTaskKind: { urgent: 'urgent', hard: 'hard', dangerous: 'dangerous', heavy: 'heavy' },
  problemType: { managerial: 'managerial', technical: 'technical' },
  problemSeverity: { ordinary: 'ordinary', serious: 'serious', urgent: 'urgent' },
  helpResource: {
    standards: 'standards',
    metrology: 'metrology',
    certification: 'certification',
    testing: 'testing',
    sharedLab: 'shared laboratory',
    expert: 'expert',
    training: 'training',
    other: 'other',
  },
  nqiElement: {
    metrology: 'metrology',
    standards: 'standards',
    certification: 'certification and accreditation',
    testing: 'testing',
    qualityManagement: 'quality management',
    intellectualProperty: 'intellectual property',
    brand: 'brand',
  },
  carried: { yes: 'carried out', partly: 'in part', no: 'not at all' },
  dimension: dimensions('en'),
}

export const visitChoiceNames = { zh, en }
