import { type Column, DataTable } from '../kernel/data-table'
import { SectionFacts } from '../kernel/document/section-facts'
import { useAnyWord, useWords } from '../kernel/i18n'
import { Panel } from '../kernel/page'
import type { VisitValues } from './visit-doc'
import { visitFields } from './visit-fields'

type Finding = NonNullable<VisitValues['diagnosis']>[number]

/** What was scored; what does not apply is not shown. */
export function DiagnosisShown({ doc }: { readonly doc: VisitValues }) {
  const t = useWords()
  const word = useAnyWord()
  const rows = doc.diagnosis ?? []
  if (rows.length === 0) return null
  const columns: Column<Finding>[] = [
    {
      key: 'dimension',
      title: t('visit.field.diagnosis.dimension'),
      wrap: true,
      render: ({ dimension = 'strategy' }) => word(`visit.choice.dimension.${dimension}`),
    },
    {
      key: 'score',
      title: t('visit.field.diagnosis.score'),
      align: 'right',
      render: ({ score }) => <span data-score={score}>{score}</span>,
    },
    { key: 'evidence', title: t('visit.field.diagnosis.evidence'), grow: true, render: ({ evidence }) => evidence },
  ]
  return (
    <Panel name="diagnosis" title={t('visit.section.diagnosis')}>
      <DataTable label={t('visit.section.diagnosis')} columns={columns} rows={rows} keyOf={({ dimension = '' }) => dimension} />
    </Panel>
  )
}

const RULES = ['daily', 'weekly', 'monthly'] as const

/** 三项制度 as they were found. */
export function ControlsShown({ doc: visit }: { readonly doc: VisitValues }) {
  const t = useWords()
  const word = useAnyWord()
  const { controls } = visit
  if (controls === undefined) return null
  const checked = RULES.filter((rule) => controls[rule]?.carried !== undefined)
  return (
    <SectionFacts words="visit" section="controls" fields={visitFields.controls} doc={visit}>
      <dl className="facts">
        {checked.map((rule) => (
          <div key={rule} className="fact">
            <dt>{t(`visit.form.control.${rule}`)}</dt>
            <dd>
              {word(`visit.choice.carried.${controls[rule]?.carried ?? 'no'}`)}{' '}
              <span className="quiet number">{controls[rule]?.lastOn}</span>
            </dd>
          </div>
        ))}
      </dl>
    </SectionFacts>
  )
}
