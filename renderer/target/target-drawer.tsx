import { Button, Drawer, Radio } from 'antd'
import { useMemo, useState } from 'react'
import { type FieldValues, FormProvider, useForm } from 'react-hook-form'
import { parseInput } from '#shared/kernel/parse-problems'
import type { Problem } from '#shared/kernel/result'
import { type TargetRow, TargetSettings } from '#shared/target/target-contract'
import { Refused, useFeedback } from '../kernel/feedback'
import { compact } from '../kernel/form/editable'
import { FieldRows } from '../kernel/form/field-rows'
import { FormBody } from '../kernel/form/form-body'
import { type FormFrame, FormFrameContext } from '../kernel/form/form-frame'
import { useWords } from '../kernel/i18n'
import { focusField } from '../kernel/pointer'
import { useShortcuts } from '../kernel/shortcuts'
import { Findings } from './findings'
import { store } from './store'
import { type TargetKind, targetFieldKinds, targetFields, targetKinds } from './target-fields'

/** What the last part of a folder or an address proposes as a name. */
const proposedName = (values: Readonly<Record<string, unknown>>): string => {
  const from = values['path'] ?? values['url'] ?? values['bucket']
  return typeof from === 'string' ? (from.split(/[\\/]/).findLast((part) => part !== '') ?? '').slice(0, 60) : ''
}

/** What was typed for this kind of storage; a name that was left empty is the proposed one. */
function typedFor(kind: TargetKind, values: Readonly<Record<string, unknown>>) {
  const asked = targetFields(kind).map(({ key }) => [key, values[key]] as const)
  const isSecret = (key: string): boolean => key === 'secret' || key === 'secretKey'
  const settings = compact(Object.fromEntries(asked.filter(([key]) => !isSecret(key))))
  const [, secret = ''] = asked.find(([key]) => isSecret(key)) ?? []
  return {
    typed: { kind, name: proposedName(Object.fromEntries(asked)), ...(settings as object) },
    secret: typeof secret === 'string' ? secret : '',
  }
}

function useTargetForm(kind: TargetKind) {
  const t = useWords()
  const { done } = useFeedback()
  const form = useForm<FieldValues>({ defaultValues: { pathStyle: true } })
  const [problems, setProblems] = useState<readonly Problem[]>([])
  const [busy, setBusy] = useState(false)
  const [added, setAdded] = useState<TargetRow | null>(null)
  const refuse = (found: readonly Problem[]): void => {
    setProblems(found)
    requestAnimationFrame(() => focusField(found[0]?.path ?? ''))
  }
  const save = async (): Promise<void> => {
    if (busy || added !== null) return
    const { typed, secret } = typedFor(kind, form.getValues())
    const settings = parseInput<TargetSettings>(TargetSettings, typed)
    if (!settings.ok) return refuse(settings.problems)
    setBusy(true)
    const answer = await store.call('target.add', { settings: settings.value, secret })
    setBusy(false)
    if (!answer.ok) return refuse(answer.problems)
    setProblems([])
    setAdded(answer.value)
    done(t('target.saved', { name: answer.value.settings.name }))
  }
  return { form, problems, busy, added, save }
}

/** 添加存放处: which kind, where it is, and what the doctor says of it. */
export function TargetDrawer({ onClose }: { readonly onClose: () => void }) {
  const t = useWords()
  const [kind, setKind] = useState<TargetKind>('folder')
  const { form, problems, busy, added, save } = useTargetForm(kind)
  useShortcuts({ 'ctrl+enter': () => void save() })
  const frame = useMemo<FormFrame>(
    () => ({ words: 'target', problems, strict: true, correcting: false, isUnfinished: () => false, kinds: targetFieldKinds }),
    [problems],
  )
  return (
    <Drawer
      open
      size={640}
      title={t('target.add')}
      onClose={onClose}
      keyboard={false}
      mask={{ closable: false }}
      data-screen="add-target"
      afterOpenChange={(shown) => shown && focusField('/kind')}
      footer={
        <div className="step-foot">
          {added === null ? (
            <>
              <Button type="primary" loading={busy} data-action="save-target" onClick={() => void save()}>
                {t(busy ? 'target.saving' : 'target.save')}
              </Button>
              <kbd>{t('kernel.course.keys')}</kbd>
              <Button onClick={onClose}>{t('kernel.cancel')}</Button>
            </>
          ) : (
            <Button type="primary" data-action="close-target" onClick={onClose}>
              {t('target.close')}
            </Button>
          )}
        </div>
      }
    >
      {added === null ? (
        <FormFrameContext value={frame}>
          <FormProvider {...form}>
            <FormBody className="step-form" onField={() => undefined}>
              <KindChoice kind={kind} onChange={setKind} />
              <Refused problems={problems.filter(({ path }) => path === '' || path === '/')} />
              <FieldRows
                fields={targetFields(kind)}
                hints={{ secret: t('target.secretHint'), secretKey: t('target.secretHint'), name: t('target.nameHint') }}
              />
            </FormBody>
          </FormProvider>
        </FormFrameContext>
      ) : (
        <>
          <h3>{added.settings.name}</h3>
          <Findings target={added} open />
        </>
      )}
    </Drawer>
  )
}

function KindChoice({ kind, onChange }: { readonly kind: TargetKind; readonly onChange: (kind: TargetKind) => void }) {
  const t = useWords()
  return (
    <fieldset className="field target-kind" data-field="/kind">
      <legend>{t('target.kindLabel')}</legend>
      <Radio.Group
        optionType="button"
        buttonStyle="solid"
        value={kind}
        options={targetKinds.map((value) => ({ value, label: t(`target.kind.${value}`) }))}
        onChange={(event) => onChange(targetKinds.find((value) => value === event.target.value) ?? 'folder')}
      />
      <p className="quiet">{t(`target.kindHint.${kind}`)}</p>
    </fieldset>
  )
}
