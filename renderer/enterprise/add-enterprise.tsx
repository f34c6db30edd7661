import { useNavigate } from '@tanstack/react-router'
import { Button, Drawer } from 'antd'
import { useState } from 'react'
import { v7 as uuid } from 'uuid'
import { textAt } from '#shared/kernel/kind'
import type { Problem } from '#shared/kernel/result'
import { Refused, useFeedback } from '../kernel/feedback'
import { useWords } from '../kernel/i18n'
import { EnterpriseFields, type EnterpriseForm } from './enterprise-fields'
import { store } from './store'

interface AddProps {
  readonly open: boolean
  readonly startName: string
  readonly onClose: () => void
}

/** What is typed into the drawer; emptied fields are left out. */
const filled = (form: EnterpriseForm): EnterpriseForm =>
  Object.fromEntries(Object.entries(form).flatMap(([key, value]) => ((value ?? '').trim() === '' ? [] : [[key, value?.trim()]])))

/** Adds an enterprise: the code is checked as it is typed, and a code the directory has already is refused with the way to it. */
export function AddEnterprise({ open, startName, onClose }: AddProps) {
  return (
    <Drawer open={open} size={560} onClose={onClose} destroyOnHidden title={<AddTitle />} data-screen="add-enterprise">
      <AddForm startName={startName} onClose={onClose} />
    </Drawer>
  )
}

function AddTitle() {
  const t = useWords()
  return <span>{t('enterprise.addTitle')}</span>
}

function AddForm({ startName, onClose }: Omit<AddProps, 'open'>) {
  const t = useWords()
  const navigate = useNavigate()
  const { done } = useFeedback()
  const [id] = useState(() => uuid())
  const [form, setForm] = useState<EnterpriseForm>({ name: startName })
  const [problems, setProblems] = useState<readonly Problem[]>([])
  const duplicate = problems.find(({ code }) => code === 'enterprise.duplicateUscc')
  const save = async (): Promise<void> => {
    const answer = await store.call('enterprise.add', { id, doc: filled(form) })
    if (!answer.ok) return setProblems(answer.problems)
    done(t('enterprise.added', { name: form.name ?? '' }))
    onClose()
    await navigate({ to: '/enterprises/$id', params: { id } })
  }
  return (
    <form
      className="drawer-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
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
        {duplicate !== undefined && (
          <Button
            type="link"
            data-action="open-duplicate"
            onClick={() => void navigate({ to: '/enterprises/$id', params: { id: idIn(duplicate.facts) } })}
          >
            {t('enterprise.openDuplicate')}
          </Button>
        )}
      </div>
    </form>
  )
}

const idIn = (facts: unknown): string => textAt(facts, 'id')
