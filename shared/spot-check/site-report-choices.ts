/** Words of the codes of a visit that ended without a sample, for its form and its papers. */
const zh = {
  outcome: { notFound: '未抽到样品', refused: '拒绝检查', terminated: '终止抽样' },
  notFoundReason: {
    bankrupt: '倒闭',
    deregistered: '注销',
    stopped: '停产',
    converted: '转产',
    exportOnly: '全部用于出口',
    otherArea: '非本行政区划内企业',
    preChecked: '通过前期核查未走访',
    outOfScope: '产品不在本次抽查范围内',
    baseTooSmall: '库存或抽样基数不足',
    rectifying: '企业整改中',
    notProducer: '非生产企业',
    wrongAddress: '企业地址不准',
    other: '其他',
  },
  illegality: {
    noLicence: '无营业执照',
    noProductionLicence: '无生产许可证',
    noCcc: '未经强制性产品认证',
    banned: '国家明令淘汰或禁止生产销售的产品',
    other: '其他',
  },
}

const en: { readonly [L in keyof typeof zh]: { readonly [C in keyof (typeof zh)[L]]: string } } = {
  outcome: { notFound: 'Not found', refused: 'Refused', terminated: 'Terminated' },
  notFoundReason: {
    bankrupt: 'Closed down',
    deregistered: 'Deregistered',
    stopped: 'Production stopped',
    converted: 'Makes something else now',
    exportOnly: 'All for export',
    otherArea: 'In another district',
    preChecked: 'Checked beforehand, not visited',
    outOfScope: 'Product outside this spot check',
    baseTooSmall: 'Stock or sampling base too small',
    rectifying: 'Rectifying',
    notProducer: 'Not a producer',
    wrongAddress: 'Wrong address',
    other: 'Other',
  },
  illegality: {
    noLicence: 'No business licence',
    noProductionLicence: 'No production licence',
    noCcc: 'No compulsory certification',
    banned: 'Product that the state has banned or retired',
    other: 'Other',
  },
}

export const siteReportChoices = { zh, en }
