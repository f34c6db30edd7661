import type { CaseClock } from '#shared/aftercare/aftercare-contract'
import { type Column, DataTable } from '../kernel/data-table'
import { useLanguage, useWords } from '../kernel/i18n'
import { Panel } from '../kernel/page'
import { ClockName, LegalDay } from './clock-days'
import { ClockLeft } from './clock-left'
import { LawMark } from './law-mark'

const PRESSING: readonly CaseClock['standing'][] = ['overdue', 'dueThisWeek', 'running', 'frozen', 'doneLate', 'done']

const byPressure = (one: CaseClock, other: CaseClock): number =>
  PRESSING.indexOf(one.standing) - PRESSING.indexOf(other.standing) || (one.due ?? '').localeCompare(other.due ?? '')

/** Every clock of the case by its article: since when, the counted day and the legal day, how it stands. */
export function CaseClocks({ clocks, open }: { readonly clocks: readonly CaseClock[]; readonly open: boolean }) {
  const t = useWords()
  const language = useLanguage()
  const columns: Column<CaseClock>[] = [
    {
      key: 'name',
      title: t('aftercare.due.clock'),
      grow: true,
      render: (clock) => (
        <>
          <ClockName clock={clock} />
          <span className="quiet clock-about">
            {clock.article[language]} {t(`aftercare.sure.${clock.sure}`)}
          </span>
        </>
      ),
    },
    { key: 'started', title: t('aftercare.clocks.started'), render: ({ started }) => <span className="number">{started}</span> },
    { key: 'raw', title: t('aftercare.due.raw'), render: ({ raw }) => <span className="number">{raw ?? '–'}</span> },
    { key: 'due', title: t('aftercare.due.dueDay'), render: (clock) => <LegalDay clock={clock} /> },
    { key: 'standing', title: t('aftercare.clocks.standing'), render: (clock) => <Standing clock={clock} /> },
    { key: 'source', title: t('aftercare.clocks.source'), render: (clock) => <LawMark clock={clock} /> },
  ]
  return (
    <Panel name="clocks" title={t('aftercare.clocks.title')}>
      {clocks.length === 0 ? (
        <p className="quiet">{t('aftercare.clocks.noneText')}</p>
      ) : (
        <DataTable
          label={t('aftercare.clocks.title')}
          columns={columns}
          rows={clocks.toSorted(byPressure)}
          keyOf={({ rule, about, started }) => `${rule} ${about} ${started}`}
        />
      )}
      {clocks.length > 0 && <p className="quiet due-caption">{t(open ? 'aftercare.due.caption' : 'aftercare.clocks.frozen')}</p>}
    </Panel>
  )
}

function Standing({ clock }: { readonly clock: CaseClock }) {
  const t = useWords()
  return (
    <>
      <ClockLeft clock={clock} />
      {clock.endedOn !== null && (
        <span className="quiet clock-about number">
          {t('aftercare.clocks.ended')} {clock.endedOn}
        </span>
      )}
    </>
  )
}
