import { textAt } from '#shared/kernel/kind'
import { useWords } from '../kernel/i18n'
import { Panel } from '../kernel/page'
import type { Known } from './known-enterprise'

/** 首席质量官, 质量安全总监, 质量安全员, and whom one calls. */
export function PeopleTab({ doc }: { readonly doc: Known['doc'] }) {
  const t = useWords()
  const [appointedOn, certificate] = [
    textAt(doc, 'chiefQualityOfficer', 'appointedOn'),
    textAt(doc, 'chiefQualityOfficer', 'trainingCertificate'),
  ]
  const people = [
    {
      key: 'cqo',
      role: t('enterprise.field.chiefQualityOfficer.name'),
      name: textAt(doc, 'chiefQualityOfficer', 'name'),
      more: [
        appointedOn === '' ? '' : t('enterprise.people.on', { day: appointedOn }),
        certificate === '' ? '' : t('enterprise.people.certificate', { no: certificate }),
      ],
    },
    { key: 'director', role: t('enterprise.field.qualitySafetyDirector'), name: textAt(doc, 'qualitySafetyDirector'), more: [] },
    { key: 'officer', role: t('enterprise.field.qualitySafetyOfficer'), name: textAt(doc, 'qualitySafetyOfficer'), more: [] },
    { key: 'legal', role: t('enterprise.field.legalRepresentative'), name: textAt(doc, 'legalRepresentative'), more: [] },
    { key: 'contact', role: t('enterprise.people.contact'), name: textAt(doc, 'contact'), more: [textAt(doc, 'phone')] },
  ].filter(({ name }) => name !== '')
  const known = people.some(({ key }) => ['cqo', 'director', 'officer'].includes(key))
  return (
    <Panel name="people" title={t('enterprise.people.title')}>
      {!known && <p className="quiet">{t('enterprise.people.none')}</p>}
      <dl className="facts">
        {people.map(({ key, role, name, more }) => (
          <div key={key} className="fact" data-person={key}>
            <dt>{role}</dt>
            <dd>
              {name} <span className="quiet">{more.filter((part) => part !== '').join(' · ')}</span>
            </dd>
          </div>
        ))}
      </dl>
    </Panel>
  )
}
