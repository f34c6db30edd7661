import { CheckCircleFilled, EditOutlined, WarningFilled } from '@ant-design/icons'
import { Button } from 'antd'
import { useFormFrame } from '../kernel/form/form-frame'
import { minuteOf } from '../kernel/format'
import { useWords } from '../kernel/i18n'
import { SignatureImage } from '../kernel/signature-image'
import type { SignPlace } from './signatures-section'

interface SlotProps {
  readonly place: SignPlace
  readonly locked: boolean
  readonly onSign: () => void
  readonly onRemove: () => void
}

/** A place for one signature: who, whether they must, what they drew and whether it still stands for the content. */
export function SignSlot({ place, locked, onSign, onRemove }: SlotProps) {
  const t = useWords()
  const { role, name, signature } = place
  const who = t(`spotCheck.sign.role.${role}`)
  return (
    <div className="sign-slot" data-role={role} data-signed={signature !== undefined}>
      <div className="sign-who">
        <strong>{who}</strong> <span>{name}</span>
        <span className="sign-need">{t(place.must ? 'spotCheck.sign.needed' : 'spotCheck.sign.optional')}</span>
      </div>
      {signature?.strokes !== undefined && (
        <SignatureImage strokes={signature.strokes} label={t('spotCheck.sign.picture', { role: who, name })} />
      )}
      {signature !== undefined && <Standing place={place} />}
      {!locked && (
        <div className="sign-tools">
          <Button
            size="small"
            icon={<EditOutlined />}
            data-field={`/signatures/${role}`}
            aria-label={t(signature === undefined ? 'spotCheck.sign.signAs' : 'spotCheck.sign.againAs', { role: who, name })}
            onClick={onSign}
          >
            {t(signature === undefined ? 'spotCheck.sign.sign' : 'spotCheck.sign.again')}
          </Button>
          {signature !== undefined && (
            <Button size="small" type="text" onClick={onRemove}>
              {t('spotCheck.sign.remove')}
            </Button>
          )}
        </div>
      )}
    </div>
  )
}

function Standing({ place: { role, name, signature } }: { readonly place: SignPlace }) {
  const t = useWords()
  const { problems } = useFormFrame()
  const outdated = problems.some(({ code, facts }) => code === 'spotCheck.signatureOutdated' && isAbout(facts, role, name))
  return (
    <div className="sign-standing" data-outdated={outdated}>
      <span>{t('spotCheck.sign.at', { at: minuteOf(signature?.at ?? '') })}</span>
      {outdated ? (
        <span className="sign-outdated">
          <WarningFilled aria-hidden /> {t('spotCheck.sign.outdated')}
        </span>
      ) : (
        <span className="sign-valid">
          <CheckCircleFilled aria-hidden /> {t('spotCheck.sign.valid')}
        </span>
      )}
    </div>
  )
}

const isAbout = (facts: unknown, role: string, name: string): boolean => {
  const about = facts as { readonly role?: string; readonly name?: string } | null
  return about?.role === role && about.name === name
}
