import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { textAt } from '#shared/kernel/kind'
import { useFieldText } from '../kernel/form/field-text'
import { useFieldWords } from '../kernel/form/form-frame'
import { useWords } from '../kernel/i18n'
import { Panel } from '../kernel/page'
import { useKindName } from './case-marks'
import { caseFields } from './field-specs'

type Doc = Readonly<Record<string, unknown>>

const helpersIn = (doc: Doc): string =>
  (Array.isArray(doc['helpers']) ? (doc['helpers'] as unknown[]) : []).map((helper) => textAt(helper, 'name')).join(' / ')

/** Whose wish it is, for what, and who helps. */
export function CertificationHead({ doc, onCorrect }: { readonly doc: Doc; readonly onCorrect: () => void }) {
  const t = useWords()
  const kindName = useKindName()
  const textOf = useFieldText('certification')
  const { label } = useFieldWords('certification')
  const shown = caseFields
    .filter(({ key }) => key !== 'enterprise')
    .map((field) => {
      if (field.key === 'certificationKind') return [label(field), kindName(textAt(doc, 'certificationKind'))] as const
      return [label(field), field.key === 'helpers' ? helpersIn(doc) : textOf(field, doc)] as const
    })
  const contact = ['contact', 'phone', 'address'].map((key) => textAt(doc, 'enterprise', key)).filter(Boolean)
  return (
    <Panel
      name="head"
      title={t('certification.head')}
      extra={
        <Button size="small" data-action="correct-case" onClick={onCorrect}>
          {t('certification.correctCase')}
        </Button>
      }
    >
      <dl className="facts certification-facts">
        <div>
          <dt>{t('certification.headEnterprise')}</dt>
          <dd>
            <Link to="/enterprises/$id" params={{ id: textAt(doc, 'enterprise', 'enterpriseId') }}>
              {textAt(doc, 'enterprise', 'name')}
            </Link>{' '}
            <span className="quiet">{contact.join(' ')}</span>
          </dd>
        </div>
        {shown
          .filter(([, value]) => value !== '')
          .map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
    </Panel>
  )
}
