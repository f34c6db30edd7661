import { useBlocker } from '@tanstack/react-router'
import { App } from 'antd'
import { useWords } from '../i18n'

/** A correction is written nowhere before it is sealed, so nobody leaves it by a slip of the mouse. */
export function useCorrectionGuard(unsaved: boolean): void {
  const t = useWords()
  const { modal } = App.useApp()
  const ask = (): Promise<boolean> =>
    new Promise((resolve) => {
      modal.confirm({
        title: t('kernel.form.leaveTitle'),
        content: t('kernel.form.leaveText'),
        okText: t('kernel.form.leaveStay'),
        cancelText: t('kernel.form.leave'),
        onOk: () => resolve(true),
        onCancel: () => resolve(false),
      })
    })
  useBlocker({ shouldBlockFn: ask, disabled: !unsaved, enableBeforeUnload: false })
}
