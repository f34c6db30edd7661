import { CheckOutlined, CopyOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import { useWords } from './i18n'

/** Copies a text; the clipboard needs no permission for what a person pressed. */
export function CopyButton({ text, label }: { readonly text: string; readonly label: string }) {
  const t = useWords()
  const [done, setDone] = useState(false)
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(text)
    setDone(true)
    setTimeout(() => setDone(false), 1500)
  }
  return (
    <Button
      size="small"
      type="text"
      icon={done ? <CheckOutlined /> : <CopyOutlined />}
      aria-label={done ? t('kernel.copied') : label}
      title={label}
      onClick={() => void copy()}
    />
  )
}
