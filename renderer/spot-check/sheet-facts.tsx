import { minuteOf } from '../kernel/format'
import { useWords } from '../kernel/i18n'
import { SignatureImage } from '../kernel/signature-image'
import type { SignatureForm } from './sheet-doc'

export function SignaturesShown({ signatures }: { readonly signatures: readonly SignatureForm[] }) {
  const t = useWords()
  return (
    <div className="signatures-shown">
      {signatures.map(({ role = 'sampler', name = '', at = '', strokes }) => {
        const who = t(`spotCheck.sign.role.${role as 'sampler'}`)
        return (
          <figure key={`${role} ${name} ${at}`} className="signature-shown" data-role={role}>
            {strokes !== undefined && <SignatureImage strokes={strokes} label={t('spotCheck.sign.picture', { role: who, name })} />}
            <figcaption>
              {who} {name} <span className="quiet">{minuteOf(at)}</span>
            </figcaption>
          </figure>
        )
      })}
    </div>
  )
}
