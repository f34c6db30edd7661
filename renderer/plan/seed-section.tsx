import { ExperimentOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import { SeedSource } from '#shared/plan/random-draw'
import { ChoiceControl } from '../kernel/controls/choice-control'
import { FieldFrame } from '../kernel/controls/field-frame'
import { CopyButton } from '../kernel/copy-button'
import { localDay } from '../kernel/format'
import { useWords } from '../kernel/i18n'
import { Panel } from '../kernel/page'
import { rollDice } from './device-roll'
import { idOf, TextField } from './typed-field'
import type { SectionProps } from './use-draw-form'
import type { Readiness } from './use-readiness'

/** 4: what the witness writes down before there is a seed. */
export function HashSection({ pools }: { readonly pools: Readiness['pools'] }) {
  const t = useWords()
  if (pools === null) return null
  const hashes = [
    { name: t('plan.newDraw.poolHash', { n: pools.enterprises.size }), hash: pools.enterprises.poolHash },
    { name: t('plan.newDraw.samplerHash', { n: pools.samplers.size }), hash: pools.samplers.poolHash },
  ]
  return (
    <Panel title={t('plan.newDraw.hashes')} name="hashes">
      <p>{t('plan.newDraw.hashesText')}</p>
      <dl className="plan-hashes">
        {hashes.map(({ name, hash }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              <code className="breakable">{hash}</code> <CopyButton text={hash} label={t('plan.newDraw.copy')} />
            </dd>
          </div>
        ))}
      </dl>
    </Panel>
  )
}

const ways = ['howDice', 'howLottery', 'howWitness', 'howDevice'] as const

/** 5: the seed, where it came from, and how one is made so that everybody believes it. */
export function SeedSection({ form, onChange }: SectionProps) {
  const t = useWords()
  const [explained, setExplained] = useState(false)
  const roll = (): void =>
    onChange({
      seed: t('plan.newDraw.rolled', { day: localDay(new Date()), digits: rollDice(20) }),
      seedKind: 'device',
      seedNote: t('plan.newDraw.rollNote'),
    })
  return (
    <Panel
      title={t('plan.newDraw.seed')}
      name="seed"
      extra={
        <Button type="link" size="small" aria-expanded={explained} data-action="explain-seed" onClick={() => setExplained(!explained)}>
          {t('plan.newDraw.how')}
        </Button>
      }
    >
      {explained && (
        <div className="plan-how">
          <ul>
            {ways.map((way) => (
              <li key={way}>{t(`plan.newDraw.${way}`)}</li>
            ))}
          </ul>
          <p>
            <strong>{t('plan.newDraw.howOrder')}</strong>
          </p>
        </div>
      )}
      <div className="fields">
        <TextField
          field="/seed"
          label={t('plan.newDraw.seedText')}
          span="wide"
          required
          hint={t('plan.newDraw.seedHint')}
          value={form.seed}
          onChange={(seed = '') => onChange({ seed })}
        />
        <div className="field plan-roll">
          <Button icon={<ExperimentOutlined />} data-action="roll" onClick={roll}>
            {t('plan.newDraw.roll')}
          </Button>
        </div>
        <FieldFrame id={idOf('/seedSource/kind')} label={t('plan.newDraw.seedSource')} required>
          <ChoiceControl
            id={idOf('/seedSource/kind')}
            field="/seedSource/kind"
            label={t('plan.newDraw.seedSource')}
            clearable={false}
            value={form.seedKind}
            choices={SeedSource.shape.kind.options.map((value) => ({ value, label: t(`plan.draw.source.${value}`) }))}
            onChange={(kind) => onChange({ seedKind: SeedSource.shape.kind.options.find((known) => known === kind) ?? form.seedKind })}
          />
        </FieldFrame>
        <TextField
          field="/seedSource/note"
          label={t('plan.newDraw.seedNote')}
          span="wide"
          hint={t('plan.newDraw.seedNoteHint')}
          value={form.seedNote}
          onChange={(seedNote = '') => onChange({ seedNote })}
        />
      </div>
    </Panel>
  )
}
