import { sheetChoices } from '#shared/spot-check/sheet-choices'
import { defineWords } from '../kernel/define-words'

/** Words of the choices a field offers; the keys are the codes the schema knows. */
export const sheetChoiceWords = defineWords({
  zh: {
    choice: { ...sheetChoices.zh, repeat: { followUp: '跟踪抽查', emergency: '突发事件', complaint: '投诉举报' } },
    unit: { yuan: '元', tenThousandYuan: '万元', people: '人', celsius: '℃' },
  },
  en: {
    choice: { ...sheetChoices.en, repeat: { followUp: 'Follow-up check', emergency: 'Emergency', complaint: 'Complaint' } },
    unit: { yuan: 'yuan', tenThousandYuan: '× 10,000 yuan', people: 'people', celsius: '°C' },
  },
})
