import { useNavigate } from '@tanstack/react-router'
import { Button, Drawer } from 'antd'
import { type KeyboardEvent, useState } from 'react'
import { v7 as uuid } from 'uuid'
import { textAt } from '#shared/kernel/kind'
import type { Problem } from '#shared/kernel/result'
import { Refused, useFeedback } from '../kernel/feedback'
import { useWords } from '../kernel/i18n'
import { focusField } from '../kernel/pointer'
import { EnterpriseFields, type EnterpriseForm } from './enterprise-fields'
import { store } from './store'

interface AddProps {
  readonly open: boolean
  readonly startName: string
  readonly onAdded: (id: string) => void
  /** The directory has this code already: what to do about the one that carries it. */
  readonly duplicate: { readonly label: string; readonly onTake: (id: string) => void }
  readonly onClose: () => void
}

/** What is typed into the drawer; emptied fields are left out. */
const filled = (form: EnterpriseForm): EnterpriseForm =>
  Object.fromEntries(Object.entries(form).flatMap(([key, value]) => ((value ?? '').trim() === '' ? [] : [[key, value?.trim()]])))

/** Adds an enterprise: the code is checked as it is typed, and a code the directory has already is refused with the way to it. */
export function AddEnterprise(props: AddProps) {
  const t = useWords()
  const { open, onClose } = props
  return (
    <Drawer
      open={open}
      size={560}
      onClose={onClose}
      destroyOnHidden
      title={<span>{t('enterprise.addTitle')}</span>}
      afterOpenChange={(shown) => shown && focusField('/name')}
      data-screen="add-enterprise"
    >
      <AddForm {...props} />
    </Drawer>
  )
}

/** Keys belong to this drawer alone, though it may stand in a form that listens too. */
const own = (event: KeyboardEvent): void => {
  if (event.key !== 'Escape') event.stopPropagation()
}

function AddForm({ startName, onAdded, duplicate, onClose }: AddProps) {
  const t = useWords()
  const { done } = useFeedback()
  const [id] = useState(() => uuid())
  const [form, setForm] = useState<EnterpriseForm>({ name: startName })
  const [problems, setProblems] = useState<readonly Problem[]>([])
  const other = problems.find(({ code }) => code === 'enterprise.duplicateUscc')
  const save = async (): Promise<void> => {
    const answer = await store.call('enterprise.add', { id, doc: filled(form) })
    if (!answer.ok) return setProblems(answer.problems)
    done(t('enterprise.added', { name: form.name ?? '' }))
    onAdded(id)
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- nothing is pressed here; keys inside go no further
    <form
      className="drawer-form"
      noValidate
      onKeyDown={own}
      onFocus={(event) => event.stopPropagation()}
      onSubmit={(event) => {
        event.preventDefault()
        event.stopPropagation()
        void save()
      }}
    >
      <p>{t('enterprise.addText')}</p>
      <EnterpriseFields form={form} problems={problems} onChange={setForm} />
      <Refused problems={problems.filter(({ path }) => path === '' || path === '/')} />
      <div className="drawer-buttons">
        <Button type="primary" htmlType="submit" data-action="save-enterprise">
          {t('enterprise.save')}
        </Button>
        <Button onClick={onClose}>{t('kernel.cancel')}</Button>
        {other !== undefined && (
          <Button type="link" data-action="open-duplicate" onClick={() => duplicate.onTake(textAt(other.facts, 'id'))}>
            {duplicate.label}
          </Button>
        )}
      </div>
    </form>
  )
}

/** Adding from a list or a menu: what was added, or was there already, is opened. */
export function AddAndOpen({ open, startName, onClose }: Pick<AddProps, 'open' | 'startName' | 'onClose'>) {
  const t = useWords()
  const navigate = useNavigate()
  const show = (id: string): void => {
    onClose()
    void navigate({ to: '/enterprises/$id', params: { id } })
  }
  return (
    <AddEnterprise
      open={open}
      startName={startName}
      onAdded={show}
      duplicate={{ label: t('enterprise.openDuplicate'), onTake: show }}
      onClose={onClose}
    />
  )
}
