import { DeleteOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { type ClipboardEvent, useState } from 'react'
import { useFormContext, useWatch } from 'react-hook-form'
import { ComboControl } from '../kernel/controls/combo-control'
import { FieldFrame } from '../kernel/controls/field-frame'
import { useDebounced } from '../kernel/debounced'
import { useFeedback } from '../kernel/feedback'
import { problemAt, useFormFrame } from '../kernel/form/form-frame'
import { FormSection } from '../kernel/form/section'
import { useWords } from '../kernel/i18n'
import { usePlaceName } from '../kernel/places'
import { useSay } from '../kernel/say'
import { DrawPicker } from './draw-picker'
import { store } from './store'
import { targetsIn } from './target-lines'
import type { TaskValues } from './task-form'

type TargetValues = NonNullable<TaskValues['targets']>[number]

/** The enterprises to be visited: from the directory, from a list on the clipboard, or from a draw. */
export function TargetsSection() {
  const t = useWords()
  const { getValues, setValue } = useFormContext<TaskValues>()
  const { done } = useFeedback()
  const targets = useWatch<TaskValues, 'targets'>({ name: 'targets' }) ?? []
  const change = (next: TargetValues[]): void => setValue('targets', next, { shouldDirty: true })
  const add = (more: readonly TargetValues[]): void => {
    const now = getValues('targets') ?? []
    const fresh = more.filter(({ name, uscc }) => !now.some((known) => known.name === name || ((uscc ?? '') !== '' && known.uscc === uscc)))
    change([...now, ...fresh])
    done(t('spotCheck.task.added', { n: fresh.length, again: more.length - fresh.length }))
  }
  return (
    <FormSection
      name="targets"
      tools={
        <DrawPicker
          onPick={(drawId, drawn) => {
            setValue('drawId', drawId, { shouldDirty: true })
            add(drawn)
          }}
        />
      }
    >
      <AddTarget onAdd={add} />
      {targets.length === 0 ? (
        <p className="items-hint">{t('spotCheck.task.noTargets')}</p>
      ) : (
        <TargetRows targets={targets} onChange={change} />
      )}
    </FormSection>
  )
}

/** One box for both: what is typed is searched for in the directory, what is pasted in lines is a list. */
function AddTarget({ onAdd }: { readonly onAdd: (targets: readonly TargetValues[]) => void }) {
  const t = useWords()
  const placeName = usePlaceName()
  const [typed, setTyped] = useState('')
  const text = useDebounced(typed.trim(), 80)
  const { data } = useQuery({
    ...store.ask('enterprise.search', { text, limit: 8 }),
    enabled: text !== '',
    placeholderData: (before) => before,
  })
  const found = text === '' ? [] : (data ?? [])
  const pick = (id: string): void => {
    const enterprise = found.find((known) => known.id === id)
    if (enterprise === undefined) return
    const { name, uscc, address } = enterprise
    onAdd([{ enterpriseId: id, name, uscc: uscc === '' ? undefined : uscc, address: address === '' ? undefined : address }])
    setTyped('')
  }
  const paste = (event: ClipboardEvent): void => {
    const lines = event.clipboardData.getData('text/plain')
    if (!/[\n\t]/.test(lines.trim())) return
    event.preventDefault()
    onAdd(targetsIn(lines))
  }
  const addTyped = (): void => {
    if (typed.trim().length < 2) return
    onAdd(targetsIn(typed))
    setTyped('')
  }
  return (
    <div onPaste={paste}>
      <FieldFrame id="add-target" label={t('spotCheck.task.addTarget')} span="full">
        <ComboControl
          id="add-target"
          field="/targets/add"
          label={t('spotCheck.task.addTarget')}
          placeholder={t('spotCheck.task.addTargetText')}
          value={typed}
          onChange={(value) => setTyped(value ?? '')}
          onPick={pick}
          suggestions={found.map(({ id, name, uscc, region, address }) => ({
            key: id,
            title: name,
            detail: [uscc, placeName(region), address].filter((part) => part !== '').join(' · '),
          }))}
        />
        <Button data-action="add-target" onClick={addTyped}>
          {t('spotCheck.task.addTyped')}
        </Button>
      </FieldFrame>
    </div>
  )
}

interface RowsProps {
  readonly targets: readonly TargetValues[]
  readonly onChange: (targets: TargetValues[]) => void
}

function TargetRows({ targets, onChange }: RowsProps) {
  const t = useWords()
  const set = (at: number, change: TargetValues): void =>
    onChange(targets.map((target, index) => (index === at ? { ...target, ...change } : target)))
  return (
    <div className="table-frame">
      <table className="items targets" aria-label={t('spotCheck.task.targets')}>
        <thead>
          <tr>
            <th scope="col" data-column="no">
              {t('items.itemNo')}
            </th>
            {(['name', 'uscc', 'address'] as const).map((column) => (
              <th key={column} scope="col" data-column={column}>
                {t(`spotCheck.task.target.${column}`)}
              </th>
            ))}
            <th scope="col" data-column="actions">
              <span className="unseen">{t('items.actions')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {targets.map((target, row) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a target is its line; its name may be corrected
            <TargetRow key={row} row={row} target={target} onSet={set} onRemove={() => onChange(targets.filter((_, at) => at !== row))} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

interface RowProps {
  readonly row: number
  readonly target: TargetValues
  readonly onSet: (row: number, change: TargetValues) => void
  readonly onRemove: () => void
}

function TargetRow({ row, target, onSet, onRemove }: RowProps) {
  const t = useWords()
  const say = useSay()
  const frame = useFormFrame()
  const whole = problemAt(frame, `/targets/${String(row)}`)
  return (
    <tr data-invalid={whole !== undefined || undefined} title={whole && say(whole)}>
      <td className="number">{row + 1}</td>
      {(['name', 'uscc', 'address'] as const).map((column) => {
        const pointer = `/targets/${String(row)}/${column}`
        const problem = problemAt(frame, pointer)
        return (
          <td key={column}>
            <Input
              variant="borderless"
              size="small"
              data-field={pointer}
              aria-label={t('items.row', { row: row + 1, column: t(`spotCheck.task.target.${column}`) })}
              aria-invalid={problem !== undefined || undefined}
              title={problem && say(problem)}
              status={problem === undefined ? '' : 'error'}
              value={target[column] ?? ''}
              onChange={(event) => onSet(row, { [column]: event.target.value === '' ? undefined : event.target.value })}
            />
          </td>
        )
      })}
      <td>
        <Button
          size="small"
          type="text"
          tabIndex={-1}
          icon={<DeleteOutlined />}
          aria-label={t('items.remove', { row: row + 1 })}
          onClick={onRemove}
        />
      </td>
    </tr>
  )
}
