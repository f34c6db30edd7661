import { defineWords } from '../kernel/define-words'

export const sheetViewWords = defineWords({
  zh: { view: { name: { sheet: '抽样单', report: '现场记录', task: '抽查任务' }, photos: '照片' } },
  en: { view: { name: { sheet: 'sampling sheet', report: 'site report', task: 'task' }, photos: 'Photos' } },
})
