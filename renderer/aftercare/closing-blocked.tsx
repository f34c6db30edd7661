import { Button, Popover } from 'antd'
import { useState } from 'react'
import { aftercareProcedure } from '#shared/aftercare/aftercare-procedure'
import type { Bilingual } from '#shared/kernel/bilingual'
import { useNameOf, useWords } from '../kernel/i18n'
import { MissingSteps } from './case-missing'

/** 结案 while something is missing: the button is there, and says what has to be done first. */
export function ClosingBlocked({ missing }: { readonly missing: readonly Bilingual[] }) {
  const t = useWords()
  const nameOf = useNameOf()
  const [open, setOpen] = useState(false)
  const name = aftercareProcedure.steps.find(({ step }) => step === 'close')?.name ?? { zh: '', en: '' }
  return (
    <Popover
      open={open}
      trigger="click"
      onOpenChange={setOpen}
      title={t('aftercare.close.first')}
      content={<MissingSteps missing={missing} />}
    >
      <Button data-action="step-close" aria-expanded={open}>
        {nameOf(name)} ({t('aftercare.close.notYet', { n: missing.length })})
      </Button>
    </Popover>
  )
}
