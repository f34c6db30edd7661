import type { Bilingual } from '../kernel/bilingual.ts'

/** The dimensions of a diagnosis in words, in the order of the form. */
export const DIMENSION_NAMES: Readonly<Record<string, Bilingual>> = {
  strategy: { zh: '战略与质量方针', en: 'strategy and quality policy' },
  safetyDuty: { zh: '质量安全责任', en: 'duty for quality and safety' },
  standards: { zh: '标准', en: 'standards' },
  metrology: { zh: '计量', en: 'metrology' },
  suppliers: { zh: '原辅料与供应商验收', en: 'materials and suppliers' },
  process: { zh: '过程控制', en: 'process control' },
  equipment: { zh: '设备设施', en: 'equipment' },
  testing: { zh: '出厂检验与实验室', en: 'factory test and laboratory' },
  nonconformity: { zh: '不合格品、追溯与召回', en: 'nonconforming goods, tracing and recall' },
  management: { zh: '体系与认证', en: 'management system and certification' },
  labelling: { zh: '标识与包装', en: 'labels and packing' },
  training: { zh: '培训与质量文化', en: 'training and quality culture' },
  complaints: { zh: '顾客投诉与满意度', en: 'complaints and satisfaction' },
  digital: { zh: '数字化与知识产权', en: 'digital work and intellectual property' },
}
