import { useBlocker } from '@tanstack/react-router'
import { App } from 'antd'
import { useWords } from '../kernel/i18n'

/** A correction is written nowhere before it is sealed, so nobody leaves it by a slip of the mouse. */
export function useCorrectionGuard(unsaved: boolean): void {
  const t = useWords()
  const { modal } = App.useApp()
  const ask = (): Promise<boolean> =>
    new Promise((resolve) => {
      modal.confirm({
        title: t('spotCheck.view.leaveTitle'),
        content: t('spotCheck.view.leaveText'),
        okText: t('spotCheck.view.leaveStay'),
        cancelText: t('spotCheck.view.correctLeave'),
        onOk: () => resolve(true),
        onCancel: () => resolve(false),
      })
    })
  useBlocker({ shouldBlockFn: ask, disabled: !unsaved, enableBeforeUnload: false })
}
