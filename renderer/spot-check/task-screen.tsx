import './sheet.css'
import { useQuery } from '@tanstack/react-query'
import { textAt } from '#shared/kernel/kind'
import { DiscardDraft } from '../kernel/document/discard-draft'
import { MissingDocument } from '../kernel/document/missing-document'
import { SectionFacts } from '../kernel/document/section-facts'
import { DocumentScreen } from '../kernel/form/document-screen'
import { useWords } from '../kernel/i18n'
import { DocumentView, type SealedProps } from './document-view'
import type { PhotosOf } from './sheet-form'
import { store } from './store'
import { taskFields } from './task-fields'
import { TaskForm } from './task-form'
import { TaskProgressPanel } from './task-progress'

interface ScreenProps {
  readonly id: string
  readonly photos: PhotosOf
  readonly isSupervisor: boolean
}

/** One task: while it is written its form, then how far it is and what waits at each of its enterprises. */
export function TaskScreen({ id, photos, isSupervisor }: ScreenProps) {
  const t = useWords()
  return (
    <DocumentScreen
      id={id}
      name="task"
      titleOf={(doc, isNew) => (isNew ? t('spotCheck.task.new') : t('spotCheck.task.draftOf', { no: textAt(doc, 'no') }))}
      renderForm={(input) => <TaskForm key={id} {...input} />}
      renderSealed={(detail, correct) => <TaskView detail={detail} photos={photos} isSupervisor={isSupervisor} onCorrect={correct} />}
      renderDiscard={(draft) => <DiscardDraft id={draft} to="/tasks/$id" />}
      missing={<MissingDocument />}
    />
  )
}

function TaskView(sealed: SealedProps) {
  const { id, doc } = sealed.detail
  const { data: progress } = useQuery(store.ask('spotCheck.taskProgress', { id }))
  return (
    <DocumentView
      {...sealed}
      screen="task-view"
      name="task"
      no={textAt(doc, 'no')}
      lead={textAt(doc, 'title')}
      hasPhotos={false}
      above={progress === undefined || progress === null ? null : <TaskProgressPanel progress={progress} dueOn={textAt(doc, 'dueOn')} />}
    >
      {(['order', 'goods', 'people'] as const).map((section) => (
        <SectionFacts key={section} words="spotCheck.task" section={section} fields={taskFields[section]} doc={doc} />
      ))}
    </DocumentView>
  )
}
