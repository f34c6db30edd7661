import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { v7 as uuid } from 'uuid'
import type { Problem } from '#shared/kernel/result'
import { type DrawForm, orderOfForm } from '#shared/plan/draw-form'
import { Refused, useFeedback } from '../kernel/feedback'
import { useWords } from '../kernel/i18n'
import { Page, Panel } from '../kernel/page'
import { PeopleSection } from './people-section'
import { PoolSection } from './pool-section'
import { ReadyCard } from './ready-card'
import { SamplersSection } from './samplers-section'
import { HashSection, SeedSection } from './seed-section'
import { store } from './store'
import { TextField } from './typed-field'
import { type SectionProps, useDrawForm } from './use-draw-form'
import { useReadiness } from './use-readiness'

/** A new draw, from the pools to the button; begun where it was left. */
export function NewDraw() {
  const { data: kept } = useQuery(store.ask('plan.getForm', {}))
  return kept === undefined ? null : <NewDrawForm kept={kept} />
}

function NewDrawForm({ kept }: { readonly kept: DrawForm }) {
  const t = useWords()
  const navigate = useNavigate()
  const { done } = useFeedback()
  const [id] = useState(() => uuid())
  const { form, change, forget } = useDrawForm(kept)
  const readiness = useReadiness(form, id)
  const [drawing, setDrawing] = useState(false)
  const [refused, setRefused] = useState<readonly Problem[]>([])
  const draw = async (): Promise<void> => {
    setDrawing(true)
    const answer = await store.call('plan.draw', orderOfForm(form, id)).finally(() => setDrawing(false))
    if (!answer.ok) return setRefused(answer.problems)
    forget()
    done(t('plan.newDraw.drawn', { no: answer.value.no }))
    await navigate({ to: '/draw/$id', params: { id } })
  }
  const section = { form, onChange: change }
  return (
    <Page
      screen="new-draw"
      wide
      title={t('plan.newDraw.title')}
      lead={t('plan.newDraw.lead')}
      actions={
        <Link to="/draw">
          <Button tabIndex={-1}>{t('plan.newDraw.back')}</Button>
        </Link>
      }
    >
      <Refused problems={refused} />
      <div className="plan-columns">
        <div>
          <TaskSection {...section} />
          <PoolSection {...section} />
          <SamplersSection {...section} />
          <HashSection pools={readiness.pools} />
          <SeedSection {...section} />
          <PeopleSection {...section} earlier={readiness.earlier} />
        </div>
        <ReadyCard readiness={readiness} drawing={drawing} onDraw={() => void draw()} />
      </div>
    </Page>
  )
}

function TaskSection({ form, onChange }: SectionProps) {
  const t = useWords()
  return (
    <Panel title={t('plan.newDraw.task')} name="task">
      <div className="fields">
        <TextField
          field="/title"
          label={t('plan.newDraw.taskTitle')}
          span="wide"
          required
          hint={t('plan.newDraw.taskHint')}
          value={form.title}
          onChange={(title = '') => onChange({ title })}
        />
        <TextField field="/planNo" label={t('plan.newDraw.planNo')} value={form.planNo} onChange={(planNo = '') => onChange({ planNo })} />
      </div>
    </Panel>
  )
}
