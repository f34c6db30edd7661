import { Modal } from 'antd'
import { useWords } from '../kernel/i18n'

const groups = [
  {
    name: 'general',
    keys: [
      ['Ctrl+K', 'find'],
      ['Ctrl+N', 'new'],
      ['F1', 'help'],
    ],
  },
  {
    name: 'form',
    keys: [
      ['Enter', 'next'],
      ['Ctrl+S', 'save'],
      ['Ctrl+Enter', 'seal'],
      ['Ctrl+D', 'repeat'],
      ['F4', 'repeatAll'],
      ['F6', 'fillRule'],
      ['F8', 'nextTodo'],
      ['Alt+1…9', 'section'],
      ['0412', 'date'],
    ],
  },
  {
    name: 'grid',
    keys: [
      ['↑ ↓ ← → Enter', 'move'],
      ['Ctrl+V', 'paste'],
    ],
  },
] as const

export function KeyboardHelp({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) {
  const t = useWords()
  return (
    <Modal open={open} footer={null} title={t('app.helpDialog.title')} onCancel={onClose} destroyOnHidden>
      {groups.map(({ name, keys }) => (
        <section key={name} className="help-group">
          <h3>{t(`app.helpDialog.${name}`)}</h3>
          <dl className="help-keys">
            {keys.map(([combo, what]) => (
              <div key={combo}>
                <dt>
                  <kbd>{combo}</kbd>
                </dt>
                <dd>{t(`app.helpDialog.keys.${what}`)}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </Modal>
  )
}
