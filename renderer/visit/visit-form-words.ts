import { defineWords } from '../kernel/define-words'

export const visitFormWords = defineWords({
  zh: {
    form: {
      name: '巡诊记录',
      new: '记一次巡诊',
      draftOf: '巡诊 {{no}}',
      sealText: '定稿后计入家次、家、人次；问题进入待办，到期提醒复诊。巡诊是帮扶，不会自动转为执法；确需移交的，在问题页面写明理由。',
      brought: '上次巡诊 {{on}}（{{no}}）带入',
      firstHere: '这家企业还没有巡诊记录，按初诊记。',
      underAgreement: '在定向跟踪服务协议期内',
      stillOpen: '还有 {{n}} 个问题没有解决：',
      noTeams: '还没有登记突击队，可留空',
      teamNone: '不以突击队名义',
      problemName: '问题 {{n}} {{words}}',
      times: '以 08:30 这样填写',
      activityHint: '同一场活动走访几家，填同样的名称，只计一场次',
      dueHint: '期限可键入 0412，或 +30（30 天后）；留空则按基础数据的复诊期限提醒。',
      diagnosis: {
        open: '展开 14 个维度',
        close: '收起',
        filled: '已评 {{n}} / 14 个维度',
        hint: '按数字键 1–5 评分（1 没有基础，5 可作示范），自动到下一维度；不适用的留空。按 Enter 填写依据。',
        scoreOf: '{{dimension}}：评分',
        evidenceOf: '{{dimension}}：依据',
      },
      controls: { rule: '制度', carried: '落实情况', last: '最近一次' },
      control: { daily: '日管控', weekly: '周排查', monthly: '月调度' },
    },
  },
  en: {
    form: {
      name: 'visit',
      new: 'Log a visit',
      draftOf: 'Visit {{no}}',
      sealText:
        'Once sealed it counts (visits, enterprises, person-times); its problems go to the work list until they are followed up. A visit is help and never becomes enforcement by itself; a transfer is made on the page of the problem, with its reason.',
      brought: 'Taken over from the visit of {{on}} ({{no}})',
      firstHere: 'This enterprise was not visited before: a first visit.',
      underAgreement: 'Under a service agreement in force',
      stillOpen: 'Not solved yet ({{n}}):',
      noTeams: 'No task force is registered; may stay empty',
      teamNone: 'Not as a task force',
      problemName: 'Problem {{n}} {{words}}',
      times: 'As 08:30',
      activityHint: 'Visits of one activity carry the same words and count as one',
      dueHint:
        'A due day may be typed 0412, or +30 for thirty days from today; without one the follow-up term of the reference data reminds.',
      diagnosis: {
        open: 'Open the 14 dimensions',
        close: 'Close',
        filled: '{{n}} of 14 dimensions scored',
        hint: 'Keys 1 to 5 score (1 nothing in place, 5 a model for others) and lead to the next; leave empty what does not apply. Enter leads to the evidence.',
        scoreOf: '{{dimension}}: score',
        evidenceOf: '{{dimension}}: evidence',
      },
      controls: { rule: 'Control', carried: 'Carried out', last: 'Last on' },
      control: { daily: 'Daily control', weekly: 'Weekly screening', monthly: 'Monthly dispatch' },
    },
  },
})
