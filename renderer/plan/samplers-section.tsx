import { Input } from 'antd'
import { useMemo } from 'react'
import { samplerLine } from '#shared/plan/pool-line'
import { readSamplers } from '#shared/plan/read-pool'
import { FieldFrame } from '../kernel/controls/field-frame'
import { useWords } from '../kernel/i18n'
import { Panel } from '../kernel/page'
import { ExcludedList, PoolTable } from './pool-table'
import { IntField, idOf } from './typed-field'
import type { SectionProps } from './use-draw-form'

const FIELD = '/samplers/list'

/** 3: which samplers may be drawn, how many are, and how many go to each enterprise. */
export function SamplersSection({ form, onChange }: SectionProps) {
  const t = useWords()
  const rows = useMemo(() => {
    const entries = readSamplers(form.samplerList).map((entry) => ({ id: samplerLine(entry), name: samplerLine(entry), uscc: '' }))
    return [...new Map(entries.map((row) => [row.id, row])).values()]
  }, [form.samplerList])
  return (
    <Panel title={t('plan.newDraw.samplers')} name="samplers">
      <div className="plan-halves">
        <FieldFrame id={idOf(FIELD)} label={t('plan.newDraw.samplerLabel')} hint={t('plan.newDraw.samplerHint')}>
          <Input.TextArea
            id={idOf(FIELD)}
            data-field={FIELD}
            autoSize={{ minRows: 6, maxRows: 12 }}
            spellCheck={false}
            value={form.samplerList}
            onChange={(event) => onChange({ samplerList: event.target.value })}
            aria-describedby={`${idOf(FIELD)}-help`}
          />
        </FieldFrame>
        {rows.length > 0 && (
          <PoolTable
            plain
            label={t('plan.newDraw.samplerListed')}
            rows={rows}
            excluded={form.samplersExcluded}
            onExclude={(samplersExcluded) => onChange({ samplersExcluded })}
          />
        )}
      </div>
      <ExcludedList excluded={form.samplersExcluded} onChange={(samplersExcluded) => onChange({ samplersExcluded })} />
      <div className="fields">
        <IntField
          field="/samplers/take"
          label={t('plan.newDraw.samplerTake')}
          unit={t('plan.newDraw.samplerTakeUnit')}
          required
          value={form.samplerTake}
          onChange={(samplerTake) => onChange({ samplerTake })}
        />
        <IntField
          field="/samplersEach"
          label={t('plan.newDraw.each')}
          unit={t('plan.newDraw.samplerTakeUnit')}
          required
          value={form.samplersEach === 0 ? undefined : form.samplersEach}
          onChange={(each) => onChange({ samplersEach: each ?? 0 })}
        />
      </div>
    </Panel>
  )
}
