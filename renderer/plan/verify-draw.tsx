import { CheckCircleFilled, SafetyCertificateOutlined } from '@ant-design/icons'
import { Alert, Button, Modal } from 'antd'
import { useState } from 'react'
import type { OutputOf } from '#shared/kernel/contract'
import type { planContract } from '#shared/plan/plan-contract'
import { differenceWords } from '#shared/plan/random-draw-words'
import { Refused, useFeedback } from '../kernel/feedback'
import { useLanguage, useWords } from '../kernel/i18n'
import { store } from './store'

type Verified = OutputOf<(typeof planContract)['plan.verifyDraw']>

/** 重算核对: draws again from the record, and says what came out. */
export function VerifyDraw({ id }: { readonly id: string }) {
  const t = useWords()
  const { refused } = useFeedback()
  const [verified, setVerified] = useState<Verified | null>(null)
  const [running, setRunning] = useState(false)
  const verify = async (): Promise<void> => {
    setRunning(true)
    const answer = await store.call('plan.verifyDraw', { id }).finally(() => setRunning(false))
    if (answer.ok) setVerified(answer.value)
    else refused(answer.problems)
  }
  return (
    <>
      {verified?.reproduced === true && (
        <output className="plan-verified" title={t('plan.draw.verifyGoodText')} data-verified="true">
          <CheckCircleFilled aria-hidden /> {t('plan.draw.verifyGood')}
        </output>
      )}
      <Button icon={<SafetyCertificateOutlined />} loading={running} data-action="verify" onClick={() => void verify()}>
        {t('plan.draw.verify')}
      </Button>
      <Modal
        open={verified !== null && !verified.reproduced}
        footer={null}
        title={t('plan.draw.verify')}
        width={720}
        onCancel={() => setVerified(null)}
      >
        {verified !== null && <Differences verified={verified} />}
      </Modal>
    </>
  )
}

function Differences({ verified: { differences, problems } }: { readonly verified: Verified }) {
  const t = useWords()
  const language = useLanguage()
  if (problems.length > 0) return <Refused problems={problems} title={t('plan.draw.verifyMissing')} />
  return (
    <Alert
      type="error"
      showIcon
      title={t('plan.draw.verifyBad')}
      description={
        <>
          <p>{t('plan.draw.verifyBadText')}</p>
          <ul className="plan-list" data-verified="false">
            {differences.map(({ what, recorded, found }) => (
              <li key={what + recorded}>
                {differenceWords[what as keyof typeof differenceWords][language]}
                <pre className="plan-difference">{`- ${recorded}\n+ ${found}`}</pre>
              </li>
            ))}
          </ul>
        </>
      }
    />
  )
}
