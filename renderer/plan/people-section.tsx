import { Alert } from 'antd'
import { useWords } from '../kernel/i18n'
import { Panel } from '../kernel/page'
import { TextField } from './typed-field'
import type { SectionProps } from './use-draw-form'
import type { Readiness } from './use-readiness'

/** 6: before whom it is drawn; and why, when it was drawn today already. */
export function PeopleSection({ form, onChange, earlier }: SectionProps & { readonly earlier: Readiness['earlier'] }) {
  const t = useWords()
  const { witness, host } = form
  return (
    <Panel title={t('plan.newDraw.people')} name="people">
      <div className="fields">
        <TextField
          field="/witness/name"
          label={t('plan.newDraw.witness')}
          required
          value={witness.name}
          onChange={(name = '') => onChange({ witness: { ...witness, name } })}
        />
        <TextField
          field="/witness/org"
          label={t('plan.newDraw.witnessOrg')}
          span="wide"
          value={witness.org}
          onChange={(org = '') => onChange({ witness: { ...witness, org } })}
        />
        <TextField
          field="/host/name"
          label={t('plan.newDraw.host')}
          required
          value={host.name}
          onChange={(name = '') => onChange({ host: { ...host, name } })}
        />
        <TextField
          field="/host/org"
          label={t('plan.newDraw.hostOrg')}
          span="wide"
          value={host.org}
          onChange={(org = '') => onChange({ host: { ...host, org } })}
        />
        <TextField
          field="/remarks"
          label={t('plan.newDraw.remarks')}
          span="full"
          value={form.remarks}
          onChange={(remarks = '') => onChange({ remarks })}
        />
      </div>
      {earlier !== null && (
        <>
          <Alert
            className="view-alert"
            type="warning"
            showIcon
            title={t('plan.newDraw.redraw')}
            description={t('plan.newDraw.redrawText', { no: earlier.no })}
          />
          <div className="fields">
            <TextField
              field="/redrawReason"
              label={t('plan.newDraw.redrawReason')}
              span="full"
              required
              value={form.redrawReason}
              onChange={(redrawReason = '') => onChange({ redrawReason })}
            />
          </div>
        </>
      )}
    </Panel>
  )
}
