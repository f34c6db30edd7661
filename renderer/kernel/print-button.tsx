import { PrinterOutlined } from '@ant-design/icons'
import { useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { useWords } from './i18n'

interface ButtonProps {
  readonly record: string
  readonly primary?: boolean
  /** As wide as what it stands in. */
  readonly block?: boolean
}

/** Leads from any record to its papers: which there are, a preview, print and PDF. */
export function PrintButton({ record, primary = false, block = false }: ButtonProps) {
  const t = useWords()
  const navigate = useNavigate()
  return (
    <Button
      type={primary ? 'primary' : 'default'}
      block={block}
      icon={<PrinterOutlined />}
      data-action="print"
      onClick={() => void navigate({ to: '/papers/$id', params: { id: record } })}
    >
      {t('kernel.print')}
    </Button>
  )
}
