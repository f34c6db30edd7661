import { useWords } from '../kernel/i18n'
import type { SignedForm } from './signed-form'

/** Who sampled, and the remarks. */
export function PeopleFacts({ doc }: { readonly doc: SignedForm }) {
  const t = useWords()
  const said = (doc.samplers ?? []).map(({ name, certificateNo }) => [name, certificateNo].filter((part) => part !== undefined).join(' '))
  return (
    <dl className="facts">
      <div className="fact" data-span="full">
        <dt>{t('spotCheck.form.samplers')}</dt>
        <dd>{said.join(' / ')}</dd>
      </div>
      {doc.remarks !== undefined && (
        <div className="fact" data-span="full">
          <dt>{t('spotCheck.form.remarks')}</dt>
          <dd>{doc.remarks}</dd>
        </div>
      )}
    </dl>
  )
}
