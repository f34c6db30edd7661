import { dayOf } from '../../kernel/format'
import { useWords } from '../../kernel/i18n'
import type { SheetForm } from '../sheet-doc'
import { SignatureImage } from '../signature-image'

/** Who stands for what is above; the places for the stamps stay free. */
export function PaperSignatures({ doc }: { readonly doc: SheetForm }) {
  const t = useWords()
  const signatures = doc.signatures ?? []
  const samplers = (doc.samplers ?? []).filter(({ name }) => (name ?? '') !== '')
  const of = (role: string, name?: string) =>
    signatures.filter((signature) => signature.role === role && (name === undefined || signature.name === name))
  return (
    <div className="paper-signatures">
      <Place title={t('spotCheck.sign.role.inspectedParty')} note={t('spotCheck.paper.sealMark')} signatures={of('inspectedParty')} />
      <Place title={t('spotCheck.sign.role.producer')} note={t('spotCheck.paper.sealMark')} signatures={of('producer')} />
      <Place title={t('spotCheck.section.samplingBody')} note={t('spotCheck.paper.sealMark')} signatures={[]}>
        {samplers.map(({ name = '', certificateNo }) => (
          <div key={name} className="paper-sampler">
            <span>
              {t('spotCheck.sign.role.sampler')} {name} {certificateNo}
            </span>
            <Ink signatures={of('sampler', name)} />
          </div>
        ))}
      </Place>
      {of('witness').length > 0 && <Place title={t('spotCheck.sign.role.witness')} note="" signatures={of('witness')} />}
    </div>
  )
}

type Signatures = NonNullable<SheetForm['signatures']>

interface PlaceProps {
  readonly title: string
  readonly note: string
  readonly signatures: Signatures
  readonly children?: React.ReactNode
}

function Place({ title, note, signatures, children }: PlaceProps) {
  return (
    <section className="paper-place">
      <h2>
        {title} <span>{note}</span>
      </h2>
      {children}
      <Ink signatures={signatures} />
    </section>
  )
}

function Ink({ signatures }: { readonly signatures: Signatures }) {
  const t = useWords()
  return signatures.map(({ role = 'sampler', name = '', at = '', strokes }) => (
    <div key={`${role} ${name} ${at}`} className="paper-ink">
      {strokes !== undefined && (
        <SignatureImage
          strokes={strokes}
          label={t('spotCheck.sign.picture', { role: t(`spotCheck.sign.role.${role as 'sampler'}`), name })}
        />
      )}
      <span>
        {role === 'sampler' ? '' : name} {dayOf(at)}
      </span>
    </div>
  ))
}
