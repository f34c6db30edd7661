import type { Bilingual } from '../kernel/bilingual.ts'
import type { CertificationKind } from './certification-choices.ts'
import type { NumberFormName } from './certification-problems.ts'

/** 认证种类, as the certificates call themselves. */
export const CERTIFICATION_KIND_NAMES: Readonly<Record<CertificationKind, Bilingual>> = {
  qms: { zh: '质量管理体系 GB/T 19001', en: 'quality management GB/T 19001' },
  construction: { zh: '工程建设施工质量管理体系 GB/T 50430', en: 'construction quality management GB/T 50430' },
  environment: { zh: '环境管理体系 GB/T 24001', en: 'environmental management GB/T 24001' },
  safety: { zh: '职业健康安全管理体系 GB/T 45001', en: 'occupational health and safety GB/T 45001' },
  foodSafety: { zh: '食品安全管理体系 GB/T 22000', en: 'food safety management GB/T 22000' },
  haccp: { zh: '危害分析与关键控制点 HACCP', en: 'HACCP' },
  fssc22000: { zh: '食品安全体系 FSSC 22000', en: 'FSSC 22000' },
  iatf16949: { zh: '汽车质量管理体系 IATF 16949', en: 'automotive quality IATF 16949' },
  iso13485: { zh: '医疗器械质量管理体系 ISO 13485', en: 'medical devices quality ISO 13485' },
  intellectualProperty: { zh: '知识产权管理体系 GB/T 29490', en: 'intellectual property management GB/T 29490' },
  productionLicence: { zh: '工业产品生产许可证', en: 'industrial product production licence' },
  ccc: { zh: '强制性产品认证 CCC', en: 'compulsory certification CCC' },
  voluntaryProduct: { zh: '自愿性产品认证', en: 'voluntary product certification' },
  greenProduct: { zh: '绿色产品认证', en: 'green product' },
  organicProduct: { zh: '有机产品认证', en: 'organic product' },
  greenFood: { zh: '绿色食品', en: 'green food' },
  highEndQuality: { zh: '高端品质认证', en: 'high-end quality' },
  seleniumRich: { zh: '富硒认证', en: 'selenium-rich' },
  antibioticFree: { zh: '无抗认证', en: 'antibiotic-free' },
  fintechProduct: { zh: '金融科技产品认证', en: 'financial technology product' },
  service: { zh: '服务认证', en: 'service certification' },
  specialEquipment: { zh: '特种设备许可', en: 'special equipment licence' },
  foodLicence: { zh: '食品生产许可证 SC', en: 'food production licence SC' },
}

/** Forms of certificate numbers. */
export const NUMBER_FORM_NAMES: Readonly<Record<NumberFormName, Bilingual>> = {
  system: { zh: '管理体系认证证书', en: 'a management system certificate' },
  ccc: { zh: ' CCC ', en: 'a CCC certificate' },
  foodLicence: { zh: '食品生产许可证（SC）', en: 'a food production licence (SC)' },
  productionLicence: { zh: '工业产品生产许可证（XK）', en: 'an industrial production licence (XK)' },
}
