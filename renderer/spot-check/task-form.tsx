import { useForm, useWatch } from 'react-hook-form'
import type { SpotCheckTask } from '#shared/spot-check/task'
import type { FormInput } from '../kernel/form/document-screen'
import type { Editable } from '../kernel/form/editable'
import { FieldRows } from '../kernel/form/field-rows'
import { RecordForm } from '../kernel/form/record-form'
import { FormSection } from '../kernel/form/section'
import { useDraft } from '../kernel/form/use-draft'
import { useSeal } from '../kernel/form/use-seal'
import { useWords } from '../kernel/i18n'
import { useRules } from './product-kind-control'
import { RuleFacts } from './rule-fill'
import { TargetsSection } from './targets-section'
import { taskFields, taskPlan } from './task-fields'

export type TaskValues = Editable<SpotCheckTask>

/** 抽查任务: what is to be sampled, how much, by when and whom, and at whose places. */
export function TaskForm({ id, doc, cursor, savedAt, correction, footer }: FormInput) {
  const t = useWords()
  const form = useForm<TaskValues>({ defaultValues: structuredClone<TaskValues>(doc) })
  const draft = useDraft({ id, kind: taskPlan.kind, form, savedAt, enabled: correction === null })
  const seal = useSeal({ id, form, draft, correction })
  return (
    <RecordForm
      plan={taskPlan}
      form={form}
      draft={draft}
      seal={seal}
      correction={correction}
      problems={seal.refused}
      cursor={cursor}
      sealText={t('spotCheck.task.sealText')}
      footer={footer}
    >
      {(['order', 'goods', 'people'] as const).map((section) => (
        <FormSection key={section} name={section}>
          <FieldRows fields={taskFields[section]} />
          {section === 'goods' && <TaskRule />}
        </FormSection>
      ))}
      <TargetsSection />
    </RecordForm>
  )
}

/** What the rule of the chosen kind asks for, and where it comes from. */
function TaskRule() {
  const rules = useRules()
  const [kind, edition] = useWatch<TaskValues, ['productKind', 'ruleEdition']>({ name: ['productKind', 'ruleEdition'] })
  const rule = rules.find((one) => one.kind === kind && (edition === undefined || one.edition === edition))
  return rule === undefined ? null : (
    <div className="rule-fill">
      <RuleFacts rule={rule} />
    </div>
  )
}
