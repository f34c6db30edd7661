import { defineWords } from '../kernel/define-words'

export const reviewWords = defineWords({
  zh: {
    title: '案卷自查',
    lead: '照评查人员的眼光把本案卷看一遍：签名、日期、照片、送达证据、数字前后是否一致。',
    look: '再查一遍',
    clean: '没有发现扣分项',
    cleanText: '共看了 {{n}} 份记录。自查代替不了人的审核。',
    records: '共看了 {{n}} 份记录',
    weight: { serious: '退卷', remark: '扣分' },
    more: '再看会扣分的 {{n}} 项',
    fewer: '收起会扣分的 {{n}} 项',
    count: { serious: '会被退卷 {{n}} 项', remark: '会扣分 {{n}} 项' },
  },
  en: {
    title: 'File check',
    lead: 'Looks through this file as a reviewer would: signatures, dates, photos, proof of service, figures that agree.',
    look: 'Look again',
    clean: 'Nothing a reviewer would deduct',
    cleanText: '{{n}} records looked through. It does not replace a reviewer.',
    records: '{{n}} records looked through',
    weight: { serious: 'returned', remark: 'points' },
    more: 'Show the {{n}} that cost points',
    fewer: 'Hide the {{n}} that cost points',
    count: { serious: '{{n}} would return the file', remark: '{{n}} cost points' },
  },
})
