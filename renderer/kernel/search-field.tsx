import { SearchOutlined } from '@ant-design/icons'
import { Input } from 'antd'

interface SearchFieldProps {
  readonly value: string
  readonly label: string
  readonly placeholder: string
  readonly onChange: (text: string) => void
}

/** The search of a list: what is typed is searched for at once. */
export function SearchField({ value, label, placeholder, onChange }: SearchFieldProps) {
  return (
    <Input
      className="filter-search"
      prefix={<SearchOutlined aria-hidden />}
      allowClear
      value={value}
      placeholder={placeholder}
      aria-label={label}
      data-field="/filter/search"
      onChange={(event) => onChange(event.target.value)}
    />
  )
}
