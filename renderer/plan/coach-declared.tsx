import { Alert } from 'antd'
import { DECLARED_QUALITY } from '#shared/plan/declared-quality'
import { type Column, DataTable } from '../kernel/data-table'
import { useLanguage, useWords } from '../kernel/i18n'
import { Panel } from '../kernel/page'

type Level = (typeof DECLARED_QUALITY.levels)[number]

/** Sample sizes for checking a declared quality level: for reference, and said so. */
export function CoachDeclared() {
  const t = useWords()
  const language = useLanguage()
  const { levels, note } = DECLARED_QUALITY
  const dqls = Object.keys(levels.at(-1)?.sizes ?? {}).toSorted((a, b) => Number(a) - Number(b))
  const columns: Column<Level>[] = [
    { key: 'level', title: t('plan.coach.discrimination'), render: ({ level }) => level },
    { key: 'limit', title: t('plan.coach.limit'), align: 'right', render: ({ limit }) => limit },
    ...dqls.map(
      (dql): Column<Level> => ({
        key: dql,
        title: `${dql} %`,
        align: 'right',
        render: ({ sizes, unread }) => (
          <span className="number">
            {sizes[dql] ?? '/'}
            {unread.includes(dql) && <abbr title={t('plan.coach.unread')}>*</abbr>}
          </span>
        ),
      }),
    ),
    { key: 'lqr', title: t('plan.coach.lqr'), align: 'right', render: ({ lqr }) => lqr },
  ]
  return (
    <Panel title={t('plan.coach.tab.declared')} name="declared">
      <Alert className="view-alert" type="warning" showIcon title={note[language]} description={t('plan.coach.notForLots')} />
      <p>{t('plan.coach.declaredText')}</p>
      <DataTable label={t('plan.coach.declaredLabel')} columns={columns} rows={levels} keyOf={({ level }) => level} />
      <p className="quiet">{`* ${t('plan.coach.unread')}`}</p>
    </Panel>
  )
}
