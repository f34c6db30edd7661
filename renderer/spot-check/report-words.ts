import { siteReportChoices } from '#shared/spot-check/site-report-choices'
import { defineWords } from '../kernel/define-words'
import { sheetFieldWords } from './sheet-field-words'

const field = { zh: sheetFieldWords.zh.field, en: sheetFieldWords.en.field }

/** Words of a visit that ended without a sample. */
export const reportWords = defineWords({
  zh: {
    report: {
      new: '新现场记录：{{outcome}}',
      draftOf: '{{outcome}} {{no}}',
      stampNeeded: '须由当地市场监管部门盖章：请在“当地监管部门”一栏填写并勾选',
      stampNotNeeded: '这一原因不需要盖章',
      choice: siteReportChoices.zh,
      section: {
        visit: '到访',
        inspectedParty: '受检单位',
        product: '产品',
        finding: '情况认定',
        witness: '见证人',
        localBureau: '当地监管部门',
        photos: '照片',
        samplingBody: '抽样单位与人员',
        signatures: '签字',
        seal: '定稿',
      },
      field: {
        no: '记录编号',
        outcome: '结果',
        date: '到访日期',
        region: '区县',
        taskNo: '任务编号',
        inspectedParty: field.zh.inspectedParty,
        product: { kind: '产品种类', name: '产品名称', model: '规格型号' },
        reason: '未抽到样品的原因',
        ordersLastYear: '最近一年有无销售订单',
        reasonText: '情况说明',
        whereProductsGo: '产品流向',
        illegality: '违法情形',
        reportedTo: '报告给',
        process: '经过',
        witness: { name: '见证人姓名', org: '见证人单位' },
        localBureau: { name: '部门名称', on: '日期', opinion: '意见', stamped: '已盖章' },
        samplingBody: { name: '抽样单位名称', contact: '联系人', phone: '联系电话' },
      },
    },
  },
  en: {
    report: {
      new: 'New site report: {{outcome}}',
      draftOf: '{{outcome}} {{no}}',
      stampNeeded: 'The local bureau must stamp it: fill in "Local bureau" and tick the box',
      stampNotNeeded: 'No stamp is needed for this reason',
      choice: siteReportChoices.en,
      section: {
        visit: 'Visit',
        inspectedParty: 'Inspected party',
        product: 'Product',
        finding: 'What was found',
        witness: 'Witness',
        localBureau: 'Local bureau',
        photos: 'Photos',
        samplingBody: 'Sampling body and people',
        signatures: 'Signatures',
        seal: 'Sealing',
      },
      field: {
        no: 'Number',
        outcome: 'Outcome',
        date: 'Day of the visit',
        region: 'District',
        taskNo: 'Task number',
        inspectedParty: field.en.inspectedParty,
        product: { kind: 'Product kind', name: 'Product', model: 'Model' },
        reason: 'Why no sample was found',
        ordersLastYear: 'Orders in the last year',
        reasonText: 'In words',
        whereProductsGo: 'Where the products go',
        illegality: 'What is illegal',
        reportedTo: 'Reported to',
        process: 'What happened',
        witness: { name: 'Witness', org: 'Organisation of the witness' },
        localBureau: { name: 'Bureau', on: 'Day', opinion: 'Opinion', stamped: 'Stamped' },
        samplingBody: { name: 'Sampling body', contact: 'Contact', phone: 'Phone' },
      },
    },
  },
})
