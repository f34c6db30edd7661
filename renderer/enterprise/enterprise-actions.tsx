import { DownOutlined, EditOutlined, FileAddOutlined, MedicineBoxOutlined, PrinterOutlined } from '@ant-design/icons'
import { useNavigate } from '@tanstack/react-router'
import { Button, Dropdown } from 'antd'
import { CreditEvent } from '#shared/enterprise/credit-event'
import { useRecordDrawer } from '../kernel/course/use-record-drawer'
import { useWords } from '../kernel/i18n'
import { creditEventPlan } from './credit-event-plan'
import { enterprisePlan } from './enterprise-plan'
import type { Known } from './known-enterprise'
import { store } from './store'

const EVENTS = CreditEvent.shape.type.options
type EventType = (typeof EVENTS)[number]

interface ActionsProps {
  readonly enterprise: Known
  readonly onNewSheet: () => void
}

/** What is begun from the page of an enterprise. */
export function EnterpriseActions({ enterprise: { id, doc }, onNewSheet }: ActionsProps) {
  const t = useWords()
  const navigate = useNavigate()
  const entry = useRecordDrawer({ plan: enterprisePlan, title: t('enterprise.correct') })
  const event = useRecordDrawer({ plan: creditEventPlan, title: t('enterprise.event.one') })
  const add = (type: EventType): void => void event.begin(store.call('enterprise.newCreditEvent', { id, type }))
  return (
    <>
      <Button icon={<PrinterOutlined />} data-action="print" onClick={() => void navigate({ to: '/papers/$id', params: { id } })}>
        {t('enterprise.card')}
      </Button>
      <Button icon={<EditOutlined />} data-action="correct-enterprise" onClick={() => entry.correct({ id, doc })}>
        {t('enterprise.correct')}
      </Button>
      <Dropdown
        trigger={['click']}
        menu={{
          items: EVENTS.map((type) => ({
            key: type,
            label: <span data-action={`add-${type}`}>{t(`enterprise.event.choice.type.${type}`)}</span>,
            onClick: () => add(type),
          })),
        }}
      >
        <Button data-action="add-event">
          {t('enterprise.more')} <DownOutlined />
        </Button>
      </Dropdown>
      <Button icon={<FileAddOutlined />} data-action="new-sheet-here" onClick={onNewSheet}>
        {t('enterprise.newSheet')}
      </Button>
      <Button
        type="primary"
        icon={<MedicineBoxOutlined />}
        data-action="new-visit-here"
        onClick={() => void navigate({ to: '/visits/new', search: { enterprise: id } })}
      >
        {t('enterprise.newVisit')}
      </Button>
      {entry.drawer}
      {event.drawer}
    </>
  )
}
