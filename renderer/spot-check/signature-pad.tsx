import { Button, Input, Modal } from 'antd'
import { type KeyboardEvent, useCallback, useId, useRef, useState } from 'react'
import SignaturePad from 'signature_pad'
import { useWords } from '../kernel/i18n'
import { type Point, type Stroke, strokesToText } from './strokes'

/** The pad on the screen; the same shape as the box a signature is kept in. */
const PAD = { width: 800, height: 320 }
const MIDDLE: Point = { x: PAD.width / 4, y: PAD.height / 2 }
const STEPS: Readonly<Record<string, Point>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
}

interface PadProps {
  readonly title: string
  readonly name: string
  /** The inspected party's signer is named here; a sampler is named in the sheet. */
  readonly nameOpen: boolean
  readonly onSign: (name: string, strokes: string) => void
  readonly onClose: () => void
}

const pen = {
  minWidth: 1.6,
  maxWidth: 3.4,
  penColor: '#10222b',
  dotSize: 2.6,
  velocityFilterWeight: 0.7,
  compositeOperation: 'source-over' as const,
}

/** The canvas stands inside a dialog that mounts late, so the pad is made when the canvas appears. */
function usePad() {
  const pad = useRef<SignaturePad | null>(null)
  const [strokes, setStrokes] = useState<readonly Stroke[]>([])
  const canvas = useCallback((element: HTMLCanvasElement | null) => {
    pad.current?.off()
    pad.current = element === null ? null : new SignaturePad(element, { ...pen, minDistance: 2 })
    pad.current?.addEventListener('endStroke', () =>
      setStrokes(pad.current?.toData().map(({ points }) => points.map(({ x, y }) => ({ x, y }))) ?? []),
    )
    element?.parentElement?.focus()
  }, [])
  const show = (next: readonly Stroke[]): void => {
    setStrokes(next)
    pad.current?.fromData(next.map((points) => ({ ...pen, points: points.map(({ x, y }) => ({ x, y, pressure: 0.5, time: 0 })) })))
  }
  return { canvas, strokes, show }
}

const within = ({ x, y }: Point): Point => ({ x: Math.min(PAD.width - 4, Math.max(4, x)), y: Math.min(PAD.height - 4, Math.max(4, y)) })

/** Arrow keys move the pen, Space puts it down or up: a hand that cannot hold a mouse signs too. */
function useKeyboardPen(strokes: readonly Stroke[], show: (next: readonly Stroke[]) => void) {
  const [at, setAt] = useState<Point>(MIDDLE)
  const [down, setDown] = useState(false)
  const [used, setUsed] = useState(false)
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = STEPS[event.key]
    if (event.key === ' ') {
      if (!down) show([...strokes, [at]])
      setDown(!down)
    } else if (step !== undefined) {
      const length = event.shiftKey ? 24 : 8
      const next = within({ x: at.x + step.x * length, y: at.y + step.y * length })
      setAt(next)
      if (down) show([...strokes.slice(0, -1), [...(strokes.at(-1) ?? []), next]])
    } else return
    setUsed(true)
    event.preventDefault()
    event.stopPropagation()
  }
  return { at, down, used, onKeyDown, lift: () => setDown(false) }
}

export function SignatureDialog({ title, name, nameOpen, onSign, onClose }: PadProps) {
  const t = useWords()
  const id = useId()
  const [typed, setTyped] = useState(name)
  const { canvas, strokes, show } = usePad()
  const { at, down, used, onKeyDown, lift } = useKeyboardPen(strokes, show)
  const redo = (next: readonly Stroke[]): void => {
    lift()
    show(next)
  }
  const ready = strokes.length > 0 && typed.trim() !== ''
  return (
    <Modal
      open
      title={title}
      width={864}
      centered
      okText={t('spotCheck.sign.accept')}
      cancelText={t('kernel.cancel')}
      okButtonProps={{ disabled: !ready }}
      onOk={() => onSign(typed.trim(), strokesToText(strokes, PAD))}
      onCancel={onClose}
    >
      {nameOpen && (
        <div className="field signature-name">
          <label htmlFor={id}>{t('spotCheck.sign.who')}</label>
          <Input id={id} data-field="/signature/name" value={typed} autoComplete="off" onChange={(event) => setTyped(event.target.value)} />
        </div>
      )}
      <p id={`${id}-how`}>{t('spotCheck.sign.padText')}</p>
      <button
        type="button"
        className="signature-pad"
        aria-label={t('spotCheck.sign.pad')}
        aria-describedby={`${id}-how`}
        data-pad
        onKeyDown={onKeyDown}
      >
        <canvas ref={canvas} width={PAD.width} height={PAD.height} />
        {used && (
          <span
            className="signature-pen"
            data-down={down}
            style={{ left: `${String((at.x / PAD.width) * 100)}%`, top: `${String((at.y / PAD.height) * 100)}%` }}
          />
        )}
        <span className="signature-line" aria-hidden />
      </button>
      <div className="signature-tools">
        <Button disabled={strokes.length === 0} onClick={() => redo(strokes.slice(0, -1))}>
          {t('spotCheck.sign.undo')}
        </Button>
        <Button disabled={strokes.length === 0} onClick={() => redo([])}>
          {t('spotCheck.sign.clear')}
        </Button>
        <span className="signature-pen-state" aria-live="polite">
          {used && t(down ? 'spotCheck.sign.penDown' : 'spotCheck.sign.penUp')}
        </span>
        <span className="signature-over">{t('spotCheck.sign.over')}</span>
      </div>
    </Modal>
  )
}
