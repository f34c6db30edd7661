import { defineWords } from '../kernel/define-words'

export const undoWords = defineWords({
  zh: {
    begin: '撤出…',
    title: '撤出 {{name}} 的第 {{seq}} 批',
    text: '这个批次带来 {{records}} 份记录：撤出后有 {{vanish}} 份不再出现在任何列表，{{dependents}} 行以它为依据的后续内容暂存。什么都不会删除，其他上级随下一个批次跟上，随时可以恢复。',
    why: '理由',
    undo: '撤出',
    undone: '已撤出 {{name}} 的第 {{seq}} 批，{{vanish}} 份记录不再显示',
    redo: '恢复',
    redoTitle: '恢复 {{name}} 的第 {{seq}} 批',
    redoText: '恢复后，这个批次和以它为依据的内容重新计入。请写明理由。',
    redoWhy: '当即恢复',
    redone: '已恢复 {{name}} 的第 {{seq}} 批，{{records}} 份记录重新计入',
  },
  en: {
    begin: 'Leave out…',
    title: 'Leave out batch {{seq}} of {{name}}',
    text: 'This batch speaks of {{records}} records: {{vanish}} of them will be in no list any more, and {{dependents}} later lines built on it will be held. Nothing is deleted, other supervisors follow with the next batch, and it can be taken in again at any time.',
    why: 'Reason',
    undo: 'Leave it out',
    undone: 'Batch {{seq}} of {{name}} is left out; {{vanish}} records are not shown any more',
    redo: 'Take in again',
    redoTitle: 'Take in batch {{seq}} of {{name}} again',
    redoText: 'The batch and what was built on it will count again. Please give the reason.',
    redoWhy: 'taken in again at once',
    redone: 'Batch {{seq}} of {{name}} counts again, with {{records}} records',
  },
})
